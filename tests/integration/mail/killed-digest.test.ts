import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { makeReferral, type MailWorld, openMailWorld } from '../../support/mail-world.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

const READERS = 300;

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;
let workers: ChildProcess[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  world = await openMailWorld(database.url, { SMTP_URL: smtp.url });
});

afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  workers = [];
  await world.close();
  await smtp.close();
  await database.drop();
});

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/mail-worker.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      SMTP_URL: smtp.url,
      PUBLIC_URL: 'https://throughline.example.org',
      MAIL_FROM: 'mail@throughline.example.org',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  workers.push(child);
  return child;
}

/** Claimers with news of two days ago, so that their digest is due whatever the time is now. */
async function manyReaders(): Promise<void> {
  const { id: referralId } = await makeReferral(world, { mail: false });
  await world.db.$executeRaw`
    WITH person AS (
      INSERT INTO user_account (id, email, first_name, last_name, notifications, email_verified_at)
      SELECT gen_random_uuid(), 'reader' || n || '@fairoaks.test', 'Reader', 'No ' || n, 'daily_digest', now()
      FROM generate_series(1, ${READERS}::int) AS n RETURNING id),
    claimer AS (INSERT INTO membership (id, user_id, team_id) SELECT gen_random_uuid(), id, ${world.teamId}::uuid FROM person)
    INSERT INTO digest_entry (id, user_id, referral_id, event_id, party, created_at)
    SELECT gen_random_uuid(), id, ${referralId}::uuid, gen_random_uuid(), 'program', now() - interval '2 days' FROM person`;
}

test('a worker killed in the middle of making and sending digests, beside another: each reader has one (R28, R-10)', async () => {
  await manyReaders();
  let received = 0;
  const first = startWorker();
  smtp.behave.onMail = () => {
    received += 1;
    if (received === 20) first.kill('SIGKILL');
    return undefined;
  };
  const exited = once(first, 'exit');
  startWorker();
  await Promise.race([exited, waitFor(() => received > 20, 60_000)]);
  first.kill('SIGKILL');
  await exited;
  smtp.behave = {};
  await world.db.$executeRaw`UPDATE pgboss.job SET started_on = now() - interval '2 minutes' WHERE state = 'active'`;
  await world.jobs.startWorkers();
  await waitFor(async () => (await world.db.email.count({ where: { state: 'sent' } })) === READERS, 60_000);
  expect(await world.db.email.groupBy({ by: ['userId'], where: { kind: 'digest' } })).toHaveLength(READERS);
  expect(await world.db.email.count()).toBe(READERS);
  expect(await world.db.digestEntry.count({ where: { emailId: null } })).toBe(0);
  expect(new Set(smtp.mails.flatMap(({ to }) => to)).size).toBe(READERS);
}, 120_000);
