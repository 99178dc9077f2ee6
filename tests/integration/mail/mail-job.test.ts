import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../src/db/transaction.ts';
import { insertMailJobs } from '../../../src/jobs/mail-job.store.ts';
import { createQueue, MAIL_QUEUE, onTransaction } from '../../../src/jobs/mail-queue.ts';
import { openQueueDatabase } from '../../../src/jobs/queue-database.ts';
import { createLog } from '../../../src/logger.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type MailWorld, openMailWorld } from '../../support/mail-world.ts';

let database: FreshDatabase;
let world: MailWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openMailWorld(database.url, {});
});

afterAll(async () => {
  await world.close();
  await database.drop();
});

/** Every column of a job but its own id and what it is about; times as seconds from when it was written. */
async function job(emailId: string): Promise<unknown> {
  const rows = await world.db.$queryRaw<unknown[]>`
    SELECT to_jsonb(j) - 'id' - 'data' - 'singleton_key' || jsonb_build_object('created_on', 0, 'data_keys', (SELECT array_agg(k) FROM jsonb_object_keys(j.data) k),
      'key_is_email', j.singleton_key = j.data->>'emailId', 'expire_in', j.expire_in::text,
      'start_after', extract(epoch FROM j.start_after - j.created_on)::int, 'keep_until', extract(epoch FROM j.keep_until - j.created_on)::int) AS job
    FROM pgboss.job j WHERE singleton_key = ${emailId}`;
  expect(rows).toHaveLength(1);
  return rows[0];
}

test.each([0, 60])('a job is what pg-boss itself would have written (R-10), to run in %i seconds', async (seconds) => {
  const [ours, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
  const own = openQueueDatabase(database.url, createLog('silent'));
  const queue = createQueue(own, createLog('silent'));
  await inTransaction(world, async (tx) => {
    await insertMailJobs(tx, [ours], seconds);
    await queue.insert([{ name: MAIL_QUEUE, data: { emailId: theirs }, singletonKey: theirs, startAfter: String(seconds) }], {
      db: onTransaction(tx),
    });
  });
  await own.close();
  expect(await job(ours)).toEqual(await job(theirs));
});

test('a mail that waits already is not queued twice', async () => {
  const emailId = crypto.randomUUID();
  await inTransaction(world, (tx) => insertMailJobs(tx, [emailId, emailId]));
  await inTransaction(world, (tx) => insertMailJobs(tx, [emailId], 60));
  await job(emailId);
});

test('a connection on which upkeep failed is not used again (R-20)', async () => {
  const own = openQueueDatabase(database.url, createLog('silent'));
  const failing = own.executeSql('BEGIN; SELECT 1/0; COMMIT', undefined as never);
  await expect(failing).rejects.toThrow('division by zero');
  expect((await own.executeSql('SELECT 1 AS one', [])).rows).toEqual([{ one: 1 }]);
  await own.close();
});
