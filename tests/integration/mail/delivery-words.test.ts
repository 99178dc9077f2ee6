import type { Agent } from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EmailKind, EmailState } from '../../../src/db/generated/enums.ts';
import { newId } from '../../../src/db/new-id.ts';
import type { Party } from '../../../src/domain/notification-rules.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;
let navigator: Agent;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  [claimer, navigator] = [await app.signIn(cast.claimer.email), await app.signIn(cast.navigator.email)];
  await app.deps.db.programPhone.create({ data: { programId: cast.program.id, position: 0, number: '6505550160' } });
});

afterAll(() => app.close());

afterEach(() => app.deps.db.user.updateMany({ data: { deactivatedAt: null } }));

const SEEKER = { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@seekers.test', phone: '6505550142', contactPreference: 'email' as const };

async function referral(seeker: Partial<typeof SEEKER> | { contactPreference: 'dont_reach_out' } = {}): Promise<string> {
  const wish = { makerId: cast.navigator.id, programId: cast.program.id, seeker: { ...SEEKER, ...seeker } };
  return (await makeReferral(app.deps.db, wish)).id;
}

interface Fate {
  party: Party;
  userId?: string | null;
  state?: EmailState;
  lastError?: string | null;
  kind?: EmailKind;
}

async function mailed(referralId: string, { party, userId = null, state = 'sent', lastError = null, kind = 'referral_received' }: Fate) {
  const toAddress = party === 'seeker' ? SEEKER.email : `${userId ?? 'intake'}@example.org`;
  const data = { kind, dedupeKey: newId(), toAddress, userId, referralId, party, state, lastError, sentAt: new Date() };
  await app.deps.db.email.create({ data });
}

const FAILED = { state: 'failed' as const, lastError: 'address_refused' };

/** The lines about mail on the referral's page, each as "to: state". */
async function lines(browser: Agent, id: string): Promise<string[]> {
  const page = unescaped((await browser.get(`/referrals/${id}`).expect(200)).text);
  const section = /<section id="mail"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
  return [...section.matchAll(/<dt>([\s\S]*?)<\/dt><dd[^>]*>([\s\S]*?)<\/dd>/g)].map(([, to, state]) => `${to!}: ${plain(state!)}`);
}

/** Without markup, with plain blanks and hyphens, and every moment as WHEN. */
function plain(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2011', '-')
    .trim();
  return text.replace(/\d+ \w+( \d{4})?, \d+:\d+ \wm/g, 'WHEN');
}

describe('mail that did not reach the Program (R29)', () => {
  test('says so to the maker, with the telephone to call', async () => {
    const id = await referral();
    await mailed(id, { party: 'program', userId: cast.claimer.id, ...FAILED });
    expect((await lines(navigator, id))[0]).toBe(
      'To 1 person at the Program: Not delivered. The address does not take mail. We could not reach the Program by email. Call (650) 555-0160',
    );
  });

  test('asks the Program itself to check its addresses', async () => {
    const id = await referral();
    await mailed(id, { party: 'program', userId: cast.claimer.id, ...FAILED });
    expect((await lines(claimer, id))[0]).toBe(
      'To 1 person at the Program: Not delivered. The address does not take mail. Check the email addresses of your team.',
    );
  });

  test('is nothing to act on while one of its Claimers has it', async () => {
    const id = await referral();
    await mailed(id, { party: 'program', userId: cast.claimer.id, ...FAILED });
    await mailed(id, { party: 'program', userId: cast.coclaimer.id });
    expect((await lines(navigator, id)).slice(0, 2).sort()).toEqual([
      'To 1 person at the Program: Not delivered. The address does not take mail.',
      expect.stringMatching(/^To 1 person at the Program: Sent /),
    ]);
  });

  test('that went to its own address, because everybody who answered has left, says so', async () => {
    const id = await referral();
    await mailed(id, { party: 'program' });
    expect((await lines(navigator, id))[0]).toMatch(/^To the Program’s own address: Sent [^.]*$/);
    await app.deps.db.user.updateMany({
      where: { memberships: { some: { team: { programId: cast.program.id } } } },
      data: { deactivatedAt: new Date() },
    });
    expect((await lines(navigator, id))[0]).toContain('Nobody who answered for the Program has an open account here any more.');
  });
});

describe('mail that did not reach the Seeker or the maker', () => {
  test('says so to who may call the Seeker, with their number', async () => {
    const id = await referral();
    await mailed(id, { party: 'seeker', ...FAILED, kind: 'referral_made' });
    for (const helper of [navigator, claimer]) {
      expect(await lines(helper, id)).toContain(
        'To Ana: Not delivered. The address does not take mail. We could not reach Ana by email. Call (650) 555-0142',
      );
    }
  });

  test('shows no number that "Don’t reach out" hides (R14)', async () => {
    const id = await referral({ contactPreference: 'dont_reach_out' });
    await mailed(id, { party: 'seeker', ...FAILED, kind: 'referral_made' });
    expect(await lines(claimer, id)).toContain(
      'To Ana: Not delivered. The address does not take mail. We could not reach Ana by email. Look for another way to tell them.',
    );
    expect((await claimer.get(`/referrals/${id}`)).text).not.toContain('555\u20110142');
  });

  test('asks the maker to check their own address, and tells the Program', async () => {
    const id = await referral();
    await mailed(id, { party: 'maker', userId: cast.navigator.id, ...FAILED, kind: 'status_changed' });
    expect((await lines(navigator, id)).join()).toContain(
      'Not delivered. The address does not take mail. Check your email address in your account.',
    );
    expect((await lines(claimer, id)).join()).toContain('We could not reach Dana W. by email. Look for another way to tell them.');
  });
});

describe('mail of another kind', () => {
  test.each([
    ['reminder', 'program', 'Reminder sent WHEN'],
    ['no_answer', 'maker', 'Told that there is no answer, WHEN'],
  ] as const)('%s to the %s: %s', async (kind, party, words) => {
    const id = await referral();
    await mailed(id, { party, userId: party === 'maker' ? cast.navigator.id : cast.claimer.id, kind });
    expect((await lines(navigator, id)).join()).toContain(words);
  });

  test('the news that waits for a daily digest, and then went out in it', async () => {
    const id = await referral();
    const { db } = app.deps;
    const entry = await db.digestEntry.create({ data: { userId: cast.navigator.id, referralId: id, eventId: newId(), party: 'maker' } });
    expect(await lines(claimer, id)).toContain('To Dana W.: Goes into their next daily email.');
    const digest = { kind: 'digest' as const, dedupeKey: newId(), toAddress: cast.navigator.email, userId: cast.navigator.id };
    const email = await db.email.create({ data: { ...digest, state: 'sent', sentAt: new Date() } });
    await db.digestEntry.update({ where: { id: entry.id }, data: { emailId: email.id } });
    expect(await lines(claimer, id)).toContain('To Dana W.: Sent in their daily email WHEN');
  });
});
