import { PassThrough } from 'node:stream';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Email } from '../../../src/db/generated/client.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import { deliveryFor } from '../../../src/mail/email-delivery.store.ts';
import { queueEmail } from '../../../src/mail/email.store.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { actorOf, CANARIES, changeStatus, makeReferral, type MailWorld, openMailWorld } from '../../support/mail-world.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;

beforeEach(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  world = await openMailWorld(database.url, { SMTP_URL: smtp.url });
});

afterEach(async () => {
  await world.close();
  await smtp.close();
  await database.drop();
});

const hasEnd = (email: Email): boolean => !['queued', 'sending'].includes(email.state);

async function mailTo(address: string, until: (email: Email) => boolean = hasEnd): Promise<Email> {
  return waitFor(async () => {
    const email = await world.db.email.findFirst({ where: { toAddress: address }, orderBy: { createdAt: 'desc' } });
    return email && until(email) ? email : null;
  });
}

/** The jobs that wait, and in how many minutes they are due. */
async function waiting(emailId: string): Promise<number[]> {
  const rows = await world.db.$queryRaw<{ minutes: number }[]>`
    SELECT round(extract(epoch FROM start_after - now()) / 60)::int AS minutes FROM pgboss.job
    WHERE singleton_key = ${emailId} AND state < 'active'`;
  return rows.map(({ minutes }) => minutes);
}

async function makeDue(): Promise<void> {
  await world.db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state < 'active'`;
}

describe('what a mail server may answer (R-11)', () => {
  test('421: the mail waits a minute, then two, and goes out when the server takes mail again', async () => {
    smtp.behave.onRecipient = (address) => (address.startsWith('maria') ? { code: 421, text: 'Try later' } : undefined);
    await makeReferral(world, { preference: 'phone' });
    await world.jobs.startWorkers();
    const first = await mailTo(world.maria.email, ({ state, attempts }) => state === 'queued' && attempts === 1);
    expect(first.lastError).toBe('server_busy');
    expect(await waiting(first.id)).toEqual([1]);
    expect((await mailTo(world.joel.email)).state).toBe('sent');
    await makeDue();
    const second = await mailTo(world.maria.email, ({ state, attempts }) => state === 'queued' && attempts === 2);
    expect(await waiting(second.id)).toEqual([2]);
    smtp.behave = {};
    await makeDue();
    expect(await mailTo(world.maria.email)).toMatchObject({ state: 'sent', attempts: 3, lastError: null });
  });

  test('550 on the recipient: failed at once, with a reason that holds no address', async () => {
    smtp.behave.onRecipient = (address) => (address.startsWith('maria') ? { code: 550, text: `No such user ${address}` } : undefined);
    const { id } = await makeReferral(world, { preference: 'phone' });
    await world.jobs.startWorkers();
    const failed = await mailTo(world.maria.email);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, lastError: 'address_refused' });
    expect(await waiting(failed.id)).toEqual([]);
    await mailTo(world.joel.email);
    const delivery = await deliveryFor(world.db, {
      id,
      programId: world.programId,
      sides: ['maker'],
      shared: { email: null },
      preference: 'phone',
    });
    expect(delivery).toHaveLength(2);
    expect(delivery).toContainEqual(expect.objectContaining({ party: 'program', people: 1, state: 'failed', failure: 'address_refused' }));
  });

  test('554 on the mail itself: failed at once', async () => {
    smtp.behave.onMail = () => ({ code: 554, text: 'Refused' });
    await makeReferral(world, { preference: 'phone' });
    await world.jobs.startWorkers();
    expect(await mailTo(world.maria.email)).toMatchObject({ state: 'failed', lastError: 'mail_refused' });
  });

  test('no server at all: the mail waits', async () => {
    const away = await startSmtp();
    await away.close();
    const lonely = await openMailWorld(database.url, { SMTP_URL: away.url }, world);
    await makeReferral(world, { preference: 'phone' });
    await lonely.jobs.startWorkers();
    const queued = await mailTo(world.maria.email, ({ state, attempts }) => state === 'queued' && attempts === 1);
    await lonely.close();
    expect(queued.lastError).toBe('no_connection');
  });

  test('after the last attempt it is failed for good', async () => {
    smtp.behave.onRecipient = () => ({ code: 451, text: 'Not now' });
    await makeReferral(world, { preference: 'phone' });
    await world.db.email.updateMany({ data: { attempts: 93 } });
    await world.jobs.startWorkers();
    expect(await mailTo(world.maria.email)).toMatchObject({ state: 'failed', attempts: 94, lastError: 'server_busy' });
  });
});

describe('what the log says (S-60)', () => {
  test('which mail was not handed over and why, and no address, name or word of it', async () => {
    const lines: string[] = [];
    const logTo = new PassThrough().on('data', (chunk: Buffer) => lines.push(chunk.toString()));
    const logging = await openMailWorld(database.url, { SMTP_URL: smtp.url }, world, logTo);
    smtp.behave.onRecipient = (address) => ({ code: 550, text: `No such user ${address}` });
    await makeReferral(world);
    await logging.jobs.startWorkers();
    const { id } = await mailTo('reach-me@seekers.test');
    await mailTo(world.maria.email);
    await logging.close();
    const log = lines.join('');
    expect(log).toContain(`"emailId":"${id}"`);
    expect(log).toContain('"failure":"address_refused"');
    for (const word of [...CANARIES, '@', 'No such user', '/l/']) expect(log).not.toContain(word);
  });
});

describe('what has changed before the mail’s turn comes (R-10)', () => {
  test('a Claimer who left the Program gets nothing', async () => {
    await makeReferral(world, { preference: 'phone' });
    await world.db.membership.deleteMany({ where: { userId: world.joel.id } });
    await world.jobs.startWorkers();
    expect(await mailTo(world.joel.email)).toMatchObject({ state: 'suppressed', lastError: 'no_access' });
    expect((await mailTo(world.maria.email)).state).toBe('sent');
    expect(smtp.mails.flatMap(({ to }) => to)).toEqual([world.maria.email]);
    expect(await world.db.statusLink.count({ where: { userId: world.joel.id } })).toBe(0);
  });

  test('a Claimer whose account was closed gets nothing', async () => {
    await makeReferral(world, { preference: 'phone' });
    await world.db.user.update({ where: { id: world.joel.id }, data: { deactivatedAt: new Date() } });
    await world.jobs.startWorkers();
    expect(await mailTo(world.joel.email)).toMatchObject({ state: 'suppressed', lastError: 'account_closed' });
  });

  test('a Seeker who asked meanwhile not to be reached gets nothing, and neither does the maker (R14)', async () => {
    const { id, seekerId } = await makeReferral(world, { mail: false });
    await changeStatus(world, await actorOf(world, world.maria), id, 'pending');
    await world.db.seeker.update({ where: { id: seekerId }, data: { contactPreference: 'dont_reach_out' } });
    await world.jobs.startWorkers();
    expect(await mailTo('reach-me@seekers.test')).toMatchObject({ state: 'suppressed', lastError: 'dont_reach_out' });
    expect(await mailTo(world.dana.email)).toMatchObject({ state: 'suppressed', lastError: 'dont_reach_out' });
    expect((await mailTo(world.joel.email)).state).toBe('sent');
  });

  test('a Seeker whose address was corrected gets nothing at the old one', async () => {
    const { seekerId } = await makeReferral(world);
    await world.db.seeker.update({ where: { id: seekerId }, data: { email: 'new@seekers.test', updatedAt: new Date() } });
    await world.jobs.startWorkers();
    expect(await mailTo('reach-me@seekers.test')).toMatchObject({ state: 'suppressed', lastError: 'address_changed' });
  });
});

describe('nothing is lost (R29, R-10)', () => {
  test('a mail without a job is found and sent', async () => {
    await makeReferral(world, { preference: 'phone' });
    await world.db.$executeRaw`DELETE FROM pgboss.job`;
    await world.db.$executeRaw`UPDATE email SET created_at = created_at - interval '5 minutes'`;
    await world.jobs.startWorkers();
    expect((await mailTo(world.maria.email)).state).toBe('sent');
  });

  test('mail goes on after the database cut every connection', async () => {
    await world.jobs.startWorkers();
    await makeReferral(world, { preference: 'phone' });
    await mailTo(world.joel.email);
    await mailTo(world.maria.email);
    await world.db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()`.catch(
      () => undefined,
    );
    const { id } = await waitFor(() => makeReferral(world, { preference: 'phone' }).catch(() => null));
    await waitFor(async () => (await world.db.email.count({ where: { referralId: id, state: 'sent' } })) === 2);
  });

  test('two workers send each mail once', async () => {
    const other = await openMailWorld(database.url, { SMTP_URL: smtp.url }, world);
    for (let n = 0; n < 10; n += 1) await makeReferral(world, { preference: 'phone' });
    await Promise.all([world.jobs.startWorkers(), other.jobs.startWorkers()]);
    await waitFor(async () => (await world.db.email.count({ where: { state: 'sent' } })) === 20);
    await other.close();
    const ids = smtp.mails.map(({ parsed }) => parsed.messageId);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  test('a second job for a mail that is sent does nothing', async () => {
    await makeReferral(world, { preference: 'phone' });
    await world.jobs.startWorkers();
    const { id } = await mailTo(world.maria.email);
    await inTransaction(world, (tx) => world.jobs.deliverEmails(tx, [id]));
    await waitFor(async () => (await waiting(id)).length === 0);
    expect(smtp.mails.filter(({ to }) => to.includes(world.maria.email))).toHaveLength(1);
  });

  test('stopping waits for the mail under way', async () => {
    let answer: () => void = () => undefined;
    smtp.behave.onMail = () => new Promise((resolve) => (answer = () => resolve(undefined)));
    const email = await inTransaction(world, async (tx) => {
      const id = await queueEmail(tx, {
        kind: 'account_exists',
        dedupeKey: crypto.randomUUID(),
        toAddress: world.maria.email,
        language: 'en',
        userId: world.maria.id,
      });
      await world.jobs.deliverEmails(tx, [id]);
      return id;
    });
    await world.jobs.startWorkers();
    await waitFor(async () => (await world.db.email.findUnique({ where: { id: email } }))?.state === 'sending');
    const stopped = world.jobs.stop();
    await waitFor(() => {
      answer();
      return smtp.mails.length > 0;
    });
    await stopped;
    expect((await world.db.email.findUniqueOrThrow({ where: { id: email } })).state).toBe('sent');
  });
});

describe('open pages hear of it (R29)', () => {
  test('a mail’s end hints the referral, as a change that history does not hold', async () => {
    const listener = new pg.Client({ connectionString: database.url });
    const hints: string[] = [];
    listener.on('notification', ({ payload }) => hints.push(payload ?? ''));
    listener.on('error', () => undefined);
    await listener.connect();
    await listener.query('LISTEN changes');
    const { id } = await makeReferral(world, { preference: 'phone' });
    await world.jobs.startWorkers();
    await waitFor(() => hints.length === 2);
    await listener.end();
    expect(hints.map((hint) => JSON.parse(hint) as unknown)).toEqual(Array(2).fill({ type: 'referral:changed', id, version: 0 }));
  });
});
