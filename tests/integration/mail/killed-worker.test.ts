import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { makeReferral, type MailWorld, openMailWorld } from '../../support/mail-world.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;
let worker: ChildProcess | undefined;

beforeEach(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  world = await openMailWorld(database.url, { SMTP_URL: smtp.url });
});

afterEach(async () => {
  worker?.kill('SIGKILL');
  await world.close();
  await smtp.close();
  await database.drop();
});

/** A process that sends mail, to be killed. */
async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/mail-worker.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      SMTP_URL: smtp.url,
      PUBLIC_URL: 'https://throughline.example.org',
      MAIL_FROM: 'mail@throughline.example.org',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  worker = child;
  await once(child.stdout, 'data');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  // Its minute is over: what the clock would bring about, brought about at once.
  await world.db.$executeRaw`UPDATE pgboss.job SET started_on = now() - interval '2 minutes' WHERE state = 'active'`;
}

function timesSent(): number[] {
  const times = new Map<string, number>();
  for (const { parsed } of smtp.mails) times.set(parsed.messageId ?? '', (times.get(parsed.messageId ?? '') ?? 0) + 1);
  return [...times.values()];
}

test('killed between the server’s yes and the mark: sent again, with the same Message-ID (R-12)', async () => {
  await makeReferral(world, { preference: 'phone' });
  await world.db.email.deleteMany({ where: { toAddress: world.joel.email } });
  const child = await startWorker();
  smtp.behave.onMail = () => {
    child.kill('SIGKILL');
    return undefined;
  };
  await killed(child);
  smtp.behave = {};
  expect(await world.db.email.findFirstOrThrow()).toMatchObject({ state: 'sending', attempts: 1 });
  await world.jobs.startWorkers();
  await waitFor(async () => (await world.db.email.count({ where: { state: 'sent' } })) === 1);
  expect(timesSent()).toEqual([2]);
}, 120_000);

test('killed three times among 60 mails: none is lost, and no more are repeated than were under way (R-10, D-04)', async () => {
  for (let n = 0; n < 30; n += 1) await makeReferral(world, { preference: 'phone' });
  for (let kill = 1; kill <= 3; kill += 1) {
    const child = await startWorker();
    smtp.behave.onMail = () => {
      if (smtp.mails.length >= kill * 12) child.kill('SIGKILL');
      return undefined;
    };
    await killed(child);
  }
  smtp.behave = {};
  await world.jobs.startWorkers();
  await waitFor(async () => (await world.db.email.count({ where: { state: 'sent' } })) === 60, 60_000);
  const times = timesSent();
  expect(times).toHaveLength(60);
  expect(smtp.mails.length - 60).toBeLessThanOrEqual(3 * 4);
}, 120_000);
