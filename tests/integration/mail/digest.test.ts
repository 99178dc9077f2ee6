import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotificationSetting } from '../../../src/domain/notification-rules.ts';
import { makeDueDigests } from '../../../src/mail/digest.worker.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { actorOf, CANARIES, changeStatus, type MadeReferral, makeReferral, type MailPerson } from '../../support/mail-world.ts';
import { type MailWorld, openMailWorld, seekerByLink } from '../../support/mail-world.ts';
import { setClock } from '../../support/set-clock.ts';
import { everythingIn, type ReceivedMail, startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

const SITE = 'https://throughline.example.org';
const clock = setClock('2026-12-02T18:00:00Z');

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;

beforeAll(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url, TIME_ZONE: 'America/Los_Angeles', REMINDER_DAYS: 'off' };
  world = await openMailWorld(database.url, env, undefined, undefined, clock);
  await world.jobs.startWorkers();
});

afterAll(async () => {
  await world.close();
  await smtp.close();
  await database.drop();
});

beforeEach(() => {
  smtp.mails.length = 0;
  clock.set('2026-12-02T18:00:00Z');
});

afterEach(async () => {
  await world.db.digestEntry.deleteMany();
  await world.db.email.deleteMany();
  await world.db.user.updateMany({
    data: { notifications: 'at_once', timeZone: null, language: 'en', digestAt: null, deactivatedAt: null },
  });
});

async function reads(person: MailPerson, notifications: NotificationSetting, timeZone: string | null = null): Promise<void> {
  await world.db.user.update({ where: { id: person.id }, data: { notifications, timeZone } });
}

/** A referral whose status the Seeker just changed through their link; nobody else is told of at once. */
async function news(to: 'got_help' | 'couldnt_get_help' = 'got_help'): Promise<MadeReferral> {
  const referral = await makeReferral(world, { mail: false, preference: 'phone' });
  await changeStatus(world, seekerByLink(referral.id), referral.id, to);
  return referral;
}

/** What arrives when the worker looks at this moment. */
async function mailAt(moment: string): Promise<ReceivedMail[]> {
  clock.set(moment);
  smtp.mails.length = 0;
  await makeDueDigests({ ...world, clock });
  await allSent();
  return [...smtp.mails];
}

function allSent(): Promise<unknown> {
  return waitFor(async () => (await world.db.email.count({ where: { state: { in: ['queued', 'sending'] } } })) === 0);
}

async function readersAt(moment: string): Promise<string[]> {
  return (await mailAt(moment)).flatMap(({ to }) => to).sort();
}

async function makerAlone(): Promise<void> {
  await reads(world.maria, 'never');
  await reads(world.joel, 'never');
  await reads(world.dana, 'daily_digest');
}

describe('the daily digest (R28)', () => {
  test('comes once, at eight the next morning, instead of mail at once', async () => {
    await makerAlone();
    await news();
    expect(await readersAt('2026-12-02T18:01:00Z')).toEqual([]);
    expect(await readersAt('2026-12-03T15:59:00Z')).toEqual([]);
    expect(await readersAt('2026-12-03T16:00:00Z')).toEqual(['dana@riverside.test']);
    expect(await readersAt('2026-12-03T16:01:00Z')).toEqual([]);
    expect(await readersAt('2026-12-04T16:00:00Z')).toEqual([]);
  });

  test('tells for each referral the Program, when there was news, and where to read it; no person, no status', async () => {
    await makerAlone();
    const [first, second] = [await news(), await news('couldnt_get_help')];
    const [mail] = await mailAt('2026-12-03T16:00:00Z');
    expect(mail?.parsed.subject).toBe('News on your referrals');
    expect(mail?.parsed.text).toContain('Since your last daily email there is news on 2 referrals.');
    expect(mail?.parsed.text).toContain('Fair Oaks Center Rent & Home Help, 2\u00a0Dec\u00a02026, 10:00\u00a0am');
    for (const { id } of [first, second]) expect(mail?.parsed.text).toContain(`${SITE}/referrals/${id}`);
    for (const word of [...CANARIES, 'Got help', 'got_help', 'Couldn’t get help', '/l/']) expect(everythingIn(mail!)).not.toContain(word);
    expect(JSON.stringify(mail?.parsed.headers.get('list'))).toContain(`${SITE}/settings/account/notifications`);
  });

  test('names a referral once, however much happened to it', async () => {
    await makerAlone();
    const { id } = await news();
    for (const to of ['couldnt_get_help', 'got_help'] as const) await changeStatus(world, seekerByLink(id), id, to);
    expect((await mailAt('2026-12-03T16:00:00Z'))[0]?.parsed.text).toContain('news on 1 referral.');
  });

  test('is in its reader’s language, with one line in the other (U-31)', async () => {
    await makerAlone();
    await world.db.user.update({ where: { id: world.dana.id }, data: { language: 'es' } });
    await news();
    const [mail] = await mailAt('2026-12-03T16:00:00Z');
    expect(mail?.parsed.subject).toBe('Novedades de sus remisiones');
    expect(mail?.parsed.text).toContain('Prefer English?');
  });

  test('does not hold back a new referral: the Program’s Claimers hear of it at once', async () => {
    for (const person of [world.maria, world.joel]) await reads(person, 'daily_digest');
    await makeReferral(world, { preference: 'phone' });
    expect(await readersAt('2026-12-02T18:01:00Z')).toEqual(['joel@fairoaks.test', 'maria@fairoaks.test']);
  });

  test('tells nobody of their own change, and comes to nobody without news', async () => {
    for (const person of [world.dana, world.maria, world.joel]) await reads(person, 'daily_digest');
    const { id } = await makeReferral(world, { mail: false, preference: 'phone' });
    await changeStatus(world, await actorOf(world, world.maria), id, 'pending');
    expect(await readersAt('2026-12-03T16:00:00Z')).toEqual(['dana@riverside.test', 'joel@fairoaks.test']);
  });

  test('is written with the change it tells of (R29)', async () => {
    await makerAlone();
    const { id } = await makeReferral(world, { mail: false });
    await changeStatus(world, seekerByLink(id), id, 'got_help');
    const event = await world.db.referralEvent.findFirstOrThrow({ where: { referralId: id, kind: 'status_changed' } });
    expect(await world.db.digestEntry.findMany()).toMatchObject([
      { userId: world.dana.id, referralId: id, eventId: event.id, party: 'maker', createdAt: clock.now(), emailId: null },
    ]);
  });
});

describe('each reader’s own morning', () => {
  test('is at eight by the clock where they are', async () => {
    await reads(world.dana, 'daily_digest', 'America/New_York');
    await reads(world.maria, 'daily_digest');
    await reads(world.joel, 'daily_digest', 'Asia/Kolkata');
    await news();
    expect(await readersAt('2026-12-03T02:29:00Z')).toEqual([]);
    expect(await readersAt('2026-12-03T02:30:00Z')).toEqual(['joel@fairoaks.test']);
    expect(await readersAt('2026-12-03T13:00:00Z')).toEqual(['dana@riverside.test']);
    expect(await readersAt('2026-12-03T16:00:00Z')).toEqual(['maria@fairoaks.test']);
  });

  test('shows times as they were there', async () => {
    await makerAlone();
    await reads(world.dana, 'daily_digest', 'America/New_York');
    await news();
    expect((await mailAt('2026-12-03T13:00:00Z'))[0]?.parsed.text).toContain('2\u00a0Dec\u00a02026, 1:00\u00a0pm');
  });

  test.each([
    ['forward', '2026-03-07T18:00:00Z', ['2026-03-08T14:59:00Z'], '2026-03-08T15:00:00Z', '2026-03-09T15:00:00Z'],
    ['back', '2026-10-31T18:00:00Z', ['2026-11-01T15:00:00Z', '2026-11-01T15:59:00Z'], '2026-11-01T16:00:00Z', '2026-11-02T16:00:00Z'],
  ])('when the clocks go %s, each morning still has one', async (_way, before, tooEarly, morning, next) => {
    await makerAlone();
    clock.set(before);
    await news();
    for (const moment of tooEarly) expect(await readersAt(moment)).toEqual([]);
    expect(await readersAt(morning)).toEqual(['dana@riverside.test']);
    await news();
    expect(await readersAt(next)).toEqual(['dana@riverside.test']);
  });

  test('comes once a day even to who moves west after breakfast', async () => {
    await makerAlone();
    await reads(world.dana, 'daily_digest', 'America/New_York');
    await news();
    expect(await readersAt('2026-12-03T13:00:00Z')).toEqual(['dana@riverside.test']);
    await news();
    await reads(world.dana, 'daily_digest', 'America/Los_Angeles');
    expect(await readersAt('2026-12-03T16:00:00Z')).toEqual([]);
    await news();
    expect(await readersAt('2026-12-04T16:00:00Z')).toEqual(['dana@riverside.test']);
  });

  test('after a long stop there is one digest, not one for each day', async () => {
    await makerAlone();
    await news();
    clock.set('2026-12-04T18:00:00Z');
    await news();
    expect((await mailAt('2026-12-07T20:00:00Z')).map(({ parsed }) => parsed.text?.includes('news on 2 referrals'))).toEqual([true]);
    expect(await readersAt('2026-12-08T16:00:00Z')).toEqual([]);
  });

  test('what is older than two weeks is no news', async () => {
    await makerAlone();
    await news();
    expect(await readersAt('2026-12-20T16:00:00Z')).toEqual([]);
  });
});

describe('looked at again before it is sent (R-10, R13)', () => {
  /** There is news for a digest, and then something happens before it goes out. */
  async function madeThen(happens: (referral: MadeReferral) => Promise<unknown>): Promise<unknown> {
    const referral = await news();
    await happens(referral);
    await mailAt('2026-12-03T16:00:00Z');
    return world.db.email.findMany({ select: { state: true, lastError: true } });
  }

  test('a Claimer who left the Program reads nothing of it', async () => {
    await reads(world.dana, 'never');
    await reads(world.maria, 'never');
    await reads(world.joel, 'daily_digest');
    const membership = await world.db.membership.findFirstOrThrow({ where: { userId: world.joel.id } });
    const mails = await madeThen(() => world.db.membership.delete({ where: { id: membership.id } }));
    await world.db.membership.create({ data: membership });
    expect([mails, smtp.mails]).toEqual([[{ state: 'suppressed', lastError: 'no_longer_needed' }], []]);
  });

  test('of a Seeker who asked meanwhile not to be reached, the maker reads nothing (R14)', async () => {
    await makerAlone();
    const mails = await madeThen(({ seekerId }) =>
      world.db.seeker.update({ where: { id: seekerId }, data: { contactPreference: 'dont_reach_out' } }),
    );
    expect([mails, smtp.mails]).toEqual([[{ state: 'suppressed', lastError: 'no_longer_needed' }], []]);
  });

  test('who turned all mail off gets no digest', async () => {
    await makerAlone();
    const mails = await madeThen(() => reads(world.dana, 'never'));
    expect([mails, smtp.mails]).toEqual([[], []]);
  });

  test('whose account is closed gets none', async () => {
    await makerAlone();
    const mails = await madeThen(() => world.db.user.update({ where: { id: world.dana.id }, data: { deactivatedAt: new Date() } }));
    expect([mails, smtp.mails]).toEqual([[], []]);
  });
});

test('eight workers at once make one digest for each reader', async () => {
  for (const person of [world.dana, world.maria, world.joel]) await reads(person, 'daily_digest');
  await news();
  clock.set('2026-12-03T16:00:00Z');
  await Promise.all(Array.from({ length: 8 }, () => makeDueDigests({ ...world, clock })));
  await allSent();
  expect(smtp.mails.map(({ to }) => to)).toHaveLength(3);
  expect(await world.db.email.count({ where: { kind: 'digest' } })).toBe(3);
});
