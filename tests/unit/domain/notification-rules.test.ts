import { describe, expect, test } from 'vitest';
import {
  type AccountParty,
  type ChangeAuthor,
  type NotificationSetting,
  type Parties,
  digestReadersOfStatusChange,
  reachSeeker,
  recipientsOfNewReferral,
  recipientsOfStatusChange,
} from '../../../src/domain/notification-rules.ts';

const account = (userId: string, notifications: NotificationSetting = 'at_once'): AccountParty => ({
  userId,
  email: `${userId}@example.org`,
  language: 'en',
  notifications,
});

const PARTIES: Parties = {
  maker: account('dana'),
  claimers: [account('maria'), account('joel')],
  programMailbox: null,
  seeker: { userId: null, email: 'ana@example.org', language: 'es', preference: 'email' },
};

const with_ = (change: Partial<Parties>): Parties => ({ ...PARTIES, ...change });
const seeker = (change: Partial<Parties['seeker']>): Partial<Parties> => ({ seeker: { ...PARTIES.seeker, ...change } });

const DANA: ChangeAuthor = { userId: 'dana', sides: ['maker'] };
const MARIA: ChangeAuthor = { userId: 'maria', sides: ['program'] };
const SEEKER_BY_LINK: ChangeAuthor = { userId: null, sides: ['seeker'] };
const MAILBOX_BY_LINK: ChangeAuthor = { userId: null, sides: ['program'] };

const who = (recipients: { party: string; email: string }[]): string[] =>
  recipients.map(({ party, email }) => `${party} ${email.split('@')[0]!}`);

describe('mail on a new referral (R28)', () => {
  test.each<[string, Parties, ChangeAuthor, string[]]>([
    ['the Claimers and the Seeker; the maker none', PARTIES, DANA, ['program maria', 'program joel', 'seeker ana']],
    [
      'Claimers whatever their setting',
      with_({ claimers: [account('maria', 'never'), account('joel', 'daily_digest')] }),
      DANA,
      ['program maria', 'program joel', 'seeker ana'],
    ],
    [
      'a Claimer who made it gets none',
      with_({ maker: account('maria') }),
      { userId: 'maria', sides: ['maker', 'program'] },
      ['program joel', 'seeker ana'],
    ],
    ['a Seeker who prefers the phone gets none', with_(seeker({ preference: 'phone' })), DANA, ['program maria', 'program joel']],
    ['a Seeker who prefers texts gets none', with_(seeker({ preference: 'text' })), DANA, ['program maria', 'program joel']],
    ['a Seeker without an address gets none', with_(seeker({ email: null })), DANA, ['program maria', 'program joel']],
    [
      '"Don’t reach out": the Program alone (R14)',
      with_(seeker({ preference: 'dont_reach_out' })),
      DANA,
      ['program maria', 'program joel'],
    ],
    ['who refers themselves gets their link', with_({ maker: null }), SEEKER_BY_LINK, ['program maria', 'program joel', 'seeker ana']],
    [
      'an unclaimed Program: its referral address',
      with_({ claimers: [], programMailbox: 'intake@example.org' }),
      DANA,
      ['program intake', 'seeker ana'],
    ],
    ['a Claimer who is the Seeker too: one mail', with_(seeker({ email: 'MARIA@example.org' })), DANA, ['program maria', 'program joel']],
  ])('%s', (_case, parties, author, expected) => {
    expect(who(recipientsOfNewReferral(parties, author))).toEqual(expected);
  });
});

describe('mail on a status change (R28)', () => {
  test.each<[string, Parties, ChangeAuthor, string[]]>([
    ['by the maker: the Claimers and the Seeker', PARTIES, DANA, ['program maria', 'program joel', 'seeker ana']],
    ['by a Claimer: the maker, the other Claimers, the Seeker', PARTIES, MARIA, ['maker dana', 'program joel', 'seeker ana']],
    ['by the Seeker’s link: everybody else', PARTIES, SEEKER_BY_LINK, ['maker dana', 'program maria', 'program joel']],
    [
      'by the Seeker’s account: everybody else',
      with_(seeker({ userId: 'ana' })),
      { userId: 'ana', sides: ['seeker'] },
      ['maker dana', 'program maria', 'program joel'],
    ],
    [
      'by somebody of the maker’s Team: maker too',
      PARTIES,
      { userId: 'nathaniel', sides: ['team'] },
      ['maker dana', 'program maria', 'program joel', 'seeker ana'],
    ],
    [
      'settings: never and daily digest get nothing at once',
      with_({ maker: account('dana', 'never'), claimers: [account('maria', 'daily_digest'), account('joel')] }),
      SEEKER_BY_LINK,
      ['program joel'],
    ],
    ['"Don’t reach out": the Program alone (R14)', with_(seeker({ preference: 'dont_reach_out' })), MARIA, ['program joel']],
    ['a Seeker who prefers the phone gets none', with_(seeker({ preference: 'phone' })), MARIA, ['maker dana', 'program joel']],
    ['a closed maker’s account gets none', with_({ maker: null }), MARIA, ['program joel', 'seeker ana']],
    ['a maker who is a Claimer too: one mail, as the maker', with_({ maker: account('joel') }), MARIA, ['maker joel', 'seeker ana']],
    [
      'one person, two addresses: one mail',
      with_({ maker: account('dana'), ...seeker({ userId: 'dana' }) }),
      MARIA,
      ['maker dana', 'program joel'],
    ],
    [
      'an unclaimed Program hears of it',
      with_({ claimers: [], programMailbox: 'intake@example.org' }),
      DANA,
      ['program intake', 'seeker ana'],
    ],
    [
      'and not of its own answer',
      with_({ claimers: [], programMailbox: 'intake@example.org' }),
      MAILBOX_BY_LINK,
      ['maker dana', 'seeker ana'],
    ],
  ])('%s', (_case, parties, author, expected) => {
    expect(who(recipientsOfStatusChange(parties, author))).toEqual(expected);
  });
});

describe('the daily digest (R28)', () => {
  const readers = (parties: Parties, author: ChangeAuthor): string[] =>
    digestReadersOfStatusChange(parties, author).map(({ party, userId }) => `${party} ${userId}`);
  const daily = with_({ maker: account('dana', 'daily_digest'), claimers: [account('maria', 'daily_digest'), account('joel')] });

  test('who chose it reads of a status change there, and gets nothing at once', () => {
    expect(readers(daily, SEEKER_BY_LINK)).toEqual(['maker dana', 'program maria']);
    expect(who(recipientsOfStatusChange(daily, SEEKER_BY_LINK))).toEqual(['program joel']);
  });

  test('not of their own change', () => {
    expect(readers(daily, MARIA)).toEqual(['maker dana']);
  });

  test('"Don’t reach out": the Program alone (R14)', () => {
    expect(readers({ ...daily, ...seeker({ preference: 'dont_reach_out' }) }, SEEKER_BY_LINK)).toEqual(['program maria']);
  });

  test('a maker who is a Claimer too reads of it once', () => {
    const both = with_({ maker: account('joel', 'daily_digest'), claimers: [account('joel', 'daily_digest')] });
    expect(readers(both, SEEKER_BY_LINK)).toEqual(['maker joel']);
  });

  test('a new referral waits for nobody’s digest', () => {
    expect(who(recipientsOfNewReferral(daily, DANA))).toEqual(['program maria', 'program joel', 'seeker ana']);
  });
});

describe('how the Seeker is reached (R14, R28)', () => {
  const shared = { email: 'form@example.org', preference: 'email' as const };
  const profile = { email: 'profile@example.org', preference: 'text' as const };

  test('the form’s word counts until the profile is edited', () => {
    expect(reachSeeker({ shared, profile, profileIsNewer: false })).toEqual(shared);
    expect(reachSeeker({ shared, profile, profileIsNewer: true })).toEqual(profile);
  });

  test('what the form left blank, the profile knows; what was taken out of the profile is gone', () => {
    expect(reachSeeker({ shared: { ...shared, email: null }, profile, profileIsNewer: false }).email).toBe('profile@example.org');
    expect(reachSeeker({ shared, profile: { ...profile, email: null }, profileIsNewer: true }).email).toBeNull();
  });

  test.each([true, false])('"Don’t reach out" counts wherever it was said, whichever is newer (%s)', (profileIsNewer) => {
    const quiet = 'dont_reach_out' as const;
    expect(reachSeeker({ shared: { ...shared, preference: quiet }, profile, profileIsNewer }).preference).toBe(quiet);
    expect(reachSeeker({ shared, profile: { ...profile, preference: quiet }, profileIsNewer }).preference).toBe(quiet);
  });
});
