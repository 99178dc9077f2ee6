import type PgBoss from 'pg-boss';
import { createDelivery } from '../mail/delivery.worker.ts';
import { makeDueDigests } from '../mail/digest.worker.ts';
import { sendDueReminders } from '../mail/reminder.worker.ts';
import { forgetOldTokens } from '../accounts/account-token.store.ts';
import { forgetOldPresses } from '../db/idempotency.store.ts';
import type { JobParts, Jobs, RunningJobs } from '../jobs.ts';
import { createQueue, MAIL_QUEUE, type MailJob } from './mail-queue.ts';
import { openQueueDatabase } from './queue-database.ts';
import { startLoop, type WorkLoop } from './work-loop.ts';

/** Mails sent at the same time; a process that is killed can repeat at most so many. */
const AT_ONCE = 4;
const LOOK_EVERY_MS = 250;
const SWEEP_EVERY_MS = 60_000;
/** How long a stop waits for mails under way. */
const PATIENCE_MS = 6_000;

/** The workers of this process: they look for jobs four times a second, and once a minute for mails that have none, and for what the time brings. */
export function openWorkers(jobs: Jobs, parts: JobParts): Pick<RunningJobs, 'startWorkers' | 'stop'> {
  const database = openQueueDatabase(parts.databaseUrl, parts.log);
  const queue = createQueue(database, parts.log);
  const delivery = createDelivery(parts, jobs, queue);
  let loop: WorkLoop | null = null;
  let sweeper: NodeJS.Timeout | undefined;
  let stopped: Promise<void> | undefined;
  const sweep = async (): Promise<void> => {
    await delivery.sweep();
    for (const { name, work } of chores(jobs, parts)) {
      await work().catch((err: unknown) => parts.log.warn({ err, name }, 'a chore is left for the next minute'));
    }
  };
  const stop = async (): Promise<void> => {
    clearInterval(sweeper);
    await loop?.stop(PATIENCE_MS);
    await queue.stop({ graceful: false });
    await database.close();
  };
  return {
    async startWorkers() {
      await queue.start();
      // Jobs of a process that was killed need not wait for the next round of maintenance.
      await queue.maintain();
      const fetch = (batchSize: number): Promise<PgBoss.Job<MailJob>[]> => queue.fetch<MailJob>(MAIL_QUEUE, { batchSize });
      loop = startLoop({ fetch, work: (job) => delivery.deliver(job), atOnce: AT_ONCE, everyMs: LOOK_EVERY_MS });
      sweeper = setInterval(() => void sweep(), SWEEP_EVERY_MS);
      await sweep();
    },
    stop: () => (stopped ??= stop()),
  };
}

/** What is done each minute; each may run in several processes at once, and a process that is killed leaves nothing half done. */
function chores(jobs: Jobs, parts: JobParts): { name: string; work: () => Promise<void> }[] {
  return [
    { name: 'digests', work: () => makeDueDigests(parts) },
    { name: 'reminders', work: () => sendDueReminders(parts, jobs) },
    { name: 'old presses', work: () => forgetOldPresses(parts.db, parts.clock.now()) },
    { name: 'old tokens', work: () => forgetOldTokens(parts.db, parts.clock.now()) },
  ];
}
