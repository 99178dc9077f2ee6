import { describe, expect, test } from 'vitest';
import { FAILURE_WORDS, isDeliveryFailure } from '../../../src/domain/delivery-failure.ts';
import { minutesUntilRetry } from '../../../src/domain/delivery-retry.ts';
import { type RecipientNow, whyUnwanted } from '../../../src/domain/delivery-rules.ts';

const ACCOUNT = { email: 'maria@example.org', open: true, notifications: 'at_once' as const };
const CLAIMER: RecipientNow = {
  party: 'program',
  askedFor: false,
  bySetting: true,
  saysWaiting: false,
  isWaiting: true,
  saysWithdrawn: false,
  isWithdrawn: false,
  address: 'Maria@example.org',
  account: ACCOUNT,
  hadAccount: true,
  isMaker: false,
  isClaimer: true,
  programMailbox: null,
  seekerAddress: 'ana@example.org',
  preference: 'email',
};
const MAKER: RecipientNow = { ...CLAIMER, party: 'maker', isMaker: true, isClaimer: false };
const SEEKER: RecipientNow = {
  ...CLAIMER,
  party: 'seeker',
  address: 'ana@example.org',
  account: null,
  hadAccount: false,
  isClaimer: false,
};
const MAILBOX: RecipientNow = {
  ...CLAIMER,
  address: 'intake@example.org',
  account: null,
  hadAccount: false,
  isClaimer: false,
  programMailbox: 'intake@example.org',
};

describe('looked at again right before sending (R-10)', () => {
  test.each<[string, RecipientNow, string | null]>([
    ['a Claimer', CLAIMER, null],
    ['a Claimer of a Seeker who asked not to be reached (R14)', { ...CLAIMER, preference: 'dont_reach_out' }, null],
    ['who left the Program', { ...CLAIMER, isClaimer: false }, 'no_access'],
    ['whose account was closed', { ...CLAIMER, account: { ...ACCOUNT, open: false } }, 'account_closed'],
    ['whose account is gone', { ...CLAIMER, account: null }, 'account_closed'],
    ['whose address changed', { ...CLAIMER, account: { ...ACCOUNT, email: 'other@example.org' } }, 'address_changed'],
    ['who turned this mail off', { ...CLAIMER, account: { ...ACCOUNT, notifications: 'never' } }, 'setting_changed'],
    ['who turned it off, for a new referral', { ...CLAIMER, bySetting: false, account: { ...ACCOUNT, notifications: 'never' } }, null],
    ['who changed to the daily digest meanwhile', { ...CLAIMER, account: { ...ACCOUNT, notifications: 'daily_digest' } }, null],
    ['that it still waits, when it does', { ...CLAIMER, saysWaiting: true }, null],
    ['that it still waits, when somebody has updated it', { ...CLAIMER, saysWaiting: true, isWaiting: false }, 'answered'],
    ['that it has news, when somebody has updated it', { ...CLAIMER, isWaiting: false }, null],
    ['about a referral that was withdrawn', { ...CLAIMER, isWithdrawn: true }, 'withdrawn'],
    ['that it was withdrawn', { ...CLAIMER, isWithdrawn: true, saysWithdrawn: true }, null],
    ['the maker', MAKER, null],
    ['the maker, when the Seeker asked not to be reached (R14)', { ...MAKER, preference: 'dont_reach_out' }, 'dont_reach_out'],
    ['somebody who is not the maker', { ...MAKER, isMaker: false, isClaimer: true }, 'no_access'],
    ['the Seeker', SEEKER, null],
    ['the Seeker who now prefers texts', { ...SEEKER, preference: 'text' }, 'preference_changed'],
    ['the Seeker who prefers texts and asked for a fresh link', { ...SEEKER, preference: 'text', askedFor: true }, null],
    ['the Seeker who asked not to be reached', { ...SEEKER, preference: 'dont_reach_out', askedFor: true }, 'dont_reach_out'],
    ['the Seeker at an old address', { ...SEEKER, seekerAddress: 'new@example.org' }, 'address_changed'],
    ['the Seeker without an address', { ...SEEKER, seekerAddress: null }, 'address_changed'],
    ['an unclaimed Program’s address', MAILBOX, null],
    ['the same, since somebody claimed the Program', { ...MAILBOX, programMailbox: null }, 'no_access'],
  ])('%s', (_case, now, expected) => {
    expect(whyUnwanted(now)).toBe(expected);
  });
});

describe('when a mail is tried again (R-11)', () => {
  const waits = Array.from({ length: 94 }, (_, index) => minutesUntilRetry(index + 1));

  test('after 1, 2 and 5 minutes, then every 5 minutes up to 4 hours, then hourly', () => {
    expect(waits.slice(0, 5)).toEqual([1, 2, 5, 5, 5]);
    const four = waits.findIndex((wait) => wait === 60);
    expect(sum(waits.slice(0, four))).toBeGreaterThan(230);
    expect(sum(waits.slice(0, four))).toBeLessThanOrEqual(240);
    expect(new Set(waits.slice(3, four))).toEqual(new Set([5]));
  });

  test('for 48 hours and no longer', () => {
    expect(waits.at(-1)).toBeNull();
    expect(waits.slice(0, -1)).not.toContain(null);
    expect(sum(waits)).toBeGreaterThan(47 * 60);
    expect(sum(waits)).toBeLessThanOrEqual(48 * 60);
  });

  function sum(minutes: (number | null)[]): number {
    return minutes.reduce<number>((total, one) => total + (one ?? 0), 0);
  }
});

test('every reason has words, and nothing else counts as a reason (R29)', () => {
  for (const [reason, words] of Object.entries(FAILURE_WORDS)) {
    expect(isDeliveryFailure(reason)).toBe(true);
    expect(words).toMatch(/^[A-Z].*\.$/);
  }
  for (const other of ['toString', 'constructor', '', null]) expect(isDeliveryFailure(other)).toBe(false);
});
