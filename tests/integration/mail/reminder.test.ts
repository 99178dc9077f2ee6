import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendDueReminders } from '../../../src/mail/reminder.worker.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { actorOf, CANARIES, changeStatus, type MadeReferral, makeReferral, type ReferralWish } from '../../support/mail-world.ts';
import { type MailWorld, openMailWorld } from '../../support/mail-world.ts';
import { setClock } from '../../support/set-clock.ts';
import { everythingIn, type ReceivedMail, startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

/** Thursday, 3 December 2026, ten in the morning in California. */
const MADE = '2026-12-03T18:00:00Z';
const JUST_BEFORE_TWO = '2026-12-07T17:59:59Z';
const TWO = '2026-12-07T18:00:00Z';
const FIVE = '2026-12-10T18:00:00Z';
const TEN = '2026-12-17T18:00:00Z';
const CLAIMERS = ['joel@fairoaks.test', 'maria@fairoaks.test'];
const MAKER = 'dana@riverside.test';
const clock = setClock(MADE);

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;

beforeAll(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url, TIME_ZONE: 'America/Los_Angeles' };
  world = await openMailWorld(database.url, env, undefined, undefined, clock);
  await world.db.programPhone.create({ data: { programId: world.programId, position: 0, number: '6505550160' } });
  await world.jobs.startWorkers();
});

afterAll(async () => {
  await world.close();
  await smtp.close();
  await database.drop();
});

beforeEach(() => clock.set(MADE));

afterEach(async () => {
  await world.db.email.deleteMany();
  // Nothing of this test is due in the next.
  await world.db.referral.updateMany({ data: { reminders: 99 } });
  await world.db.user.updateMany({ data: { notifications: 'at_once', deactivatedAt: null } });
  await world.db.program.updateMany({ data: { retiredAt: null } });
});

function quietly(wish: ReferralWish = {}): Promise<MadeReferral> {
  return makeReferral(world, { mail: false, ...wish });
}

async function mailAt(moment: string): Promise<ReceivedMail[]> {
  clock.set(moment);
  smtp.mails.length = 0;
  await sendDueReminders({ ...world, clock }, world.jobs);
  await allSent();
  return [...smtp.mails];
}

function allSent(): Promise<unknown> {
  return waitFor(async () => (await world.db.email.count({ where: { state: { in: ['queued', 'sending'] } } })) === 0);
}

async function readersAt(moment: string): Promise<string[]> {
  return (await mailAt(moment)).flatMap(({ to }) => to).sort();
}

describe('a referral that is still "Not updated"', () => {
  test('brings its Program a reminder after 2, 5 and 10 business days, and with the last its maker is told, each once', async () => {
    await quietly();
    expect(await readersAt(JUST_BEFORE_TWO)).toEqual([]);
    expect(await readersAt(TWO)).toEqual(CLAIMERS);
    expect(await readersAt('2026-12-08T18:00:00Z')).toEqual([]);
    expect(await readersAt('2026-12-10T17:59:59Z')).toEqual([]);
    expect(await readersAt(FIVE)).toEqual(CLAIMERS);
    expect(await readersAt('2026-12-17T17:59:59Z')).toEqual([]);
    expect(await readersAt(TEN)).toEqual([MAKER, ...CLAIMERS]);
    for (const later of ['2026-12-18T18:00:00Z', '2027-01-20T18:00:00Z']) expect(await readersAt(later)).toEqual([]);
  });

  test('of a Friday waits over the weekend', async () => {
    clock.set('2026-12-04T18:00:00Z');
    await quietly();
    for (const weekend of ['2026-12-05T20:00:00Z', '2026-12-06T20:00:00Z', '2026-12-07T20:00:00Z']) {
      expect(await readersAt(weekend)).toEqual([]);
    }
    expect(await readersAt('2026-12-08T18:00:00Z')).toEqual(CLAIMERS);
  });

  test('brings none any more once somebody updated it', async () => {
    const { id } = await quietly();
    expect(await readersAt(TWO)).toEqual(CLAIMERS);
    await changeStatus(world, await actorOf(world, world.maria), id, 'pending');
    await mailAt(TWO);
    for (const moment of [FIVE, TEN]) expect(await readersAt(moment)).toEqual([]);
  });

  test('brings none once it is withdrawn', async () => {
    const { id } = await quietly();
    await world.db.referral.update({ where: { id }, data: { withdrawnAt: new Date(MADE) } });
    for (const moment of [TWO, TEN]) expect(await readersAt(moment)).toEqual([]);
  });

  test('brings one reminder after a long stop or a leap of the clock, the latest that is due', async () => {
    await quietly();
    expect(await readersAt('2026-12-18T20:00:00Z')).toEqual([MAKER, ...CLAIMERS]);
    expect(await readersAt('2026-12-21T20:00:00Z')).toEqual([]);
  });

  test('brings none when all of them are long past: no storm of old ones', async () => {
    await quietly();
    expect(await readersAt('2027-01-15T20:00:00Z')).toEqual([]);
  });

  test('brings one for each Claimer by eight workers at the same time', async () => {
    await quietly();
    clock.set(TWO);
    await Promise.all(Array.from({ length: 8 }, () => sendDueReminders({ ...world, clock }, world.jobs)));
    await allSent();
    expect(await world.db.email.count({ where: { kind: 'reminder' } })).toBe(2);
  });

  test('is left alone while somebody is just updating it', async () => {
    const { id } = await quietly();
    await inTransaction(world, async (tx) => {
      await tx.referral.update({ where: { id }, data: { comment: 'held' } });
      expect(await readersAt(TWO)).toEqual([]);
    });
    expect(await readersAt(TWO)).toEqual(CLAIMERS);
  });
});

describe('who is reminded, and who is told', () => {
  test('Claimers whatever their setting; a maker who wants no mail is not told', async () => {
    await world.db.user.updateMany({ data: { notifications: 'never' } });
    await quietly();
    expect(await readersAt(TEN)).toEqual(CLAIMERS);
  });

  test('a maker who reads a daily digest is told by a mail of its own', async () => {
    await world.db.user.update({ where: { id: world.dana.id }, data: { notifications: 'daily_digest' } });
    await quietly();
    expect(await readersAt(TEN)).toEqual([MAKER, ...CLAIMERS]);
  });

  test('of a Seeker who asked not to be reached, the Program alone hears (R14)', async () => {
    await quietly({ preference: 'dont_reach_out' });
    expect(await readersAt(TEN)).toEqual(CLAIMERS);
  });

  test('a Program whose Claimers’ accounts are all closed is reminded at its own address', async () => {
    await world.db.user.updateMany({ where: { id: { in: [world.maria.id, world.joel.id] } }, data: { deactivatedAt: new Date() } });
    await quietly();
    expect(await readersAt(TWO)).toEqual(['intake@fairoaks.test']);
  });

  test('a Program that is not listed any more is not reminded; its maker is told', async () => {
    await world.db.program.update({ where: { id: world.programId }, data: { retiredAt: new Date() } });
    await quietly();
    expect(await readersAt(TWO)).toEqual([]);
    expect(await readersAt(TEN)).toEqual([MAKER]);
  });
});

describe('what the mail says', () => {
  test('the reminder has a Status link and names nobody (R28)', async () => {
    const { id } = await quietly();
    const [mail] = await mailAt(TWO);
    expect(mail?.parsed.subject).toBe('A referral still waits for your answer');
    expect(mail?.parsed.text).toMatch(/https:\/\/throughline\.example\.org\/l\/[\w-]{43}/);
    for (const word of CANARIES) expect(everythingIn(mail!)).not.toContain(word);
    expect(await world.db.statusLink.count({ where: { referralId: id } })).toBe(2);
  });

  test('the maker reads what to do: the telephone of the Program, and the referral behind the sign-in', async () => {
    const { id } = await quietly();
    const mail = (await mailAt(TEN)).find(({ to }) => to.includes(MAKER));
    expect(mail?.parsed.subject).toBe('No answer to a referral yet');
    expect(mail?.parsed.text).toContain('Call them at (650)\u00a0555\u20110160, or refer the person to another Program.');
    expect(mail?.parsed.text).toContain(`https://throughline.example.org/referrals/${id}`);
    for (const word of [...CANARIES, '/l/']) expect(everythingIn(mail!)).not.toContain(word);
  });

  test('a reminder that waited to be sent is not, once somebody updated the referral (R-10)', async () => {
    const { id } = await quietly();
    smtp.behave.onRecipient = () => ({ code: 421, text: 'later' });
    clock.set(TWO);
    await sendDueReminders({ ...world, clock }, world.jobs);
    await waitFor(async () => (await world.db.email.count({ where: { kind: 'reminder', lastError: 'server_busy' } })) === 2);
    await changeStatus(world, await actorOf(world, world.maria), id, 'pending');
    smtp.behave = {};
    await world.db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state = 'created'`;
    await waitFor(
      async () => (await world.db.email.count({ where: { kind: 'reminder', state: 'suppressed', lastError: 'answered' } })) === 2,
    );
  });
});
