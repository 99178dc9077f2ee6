import type { Tx } from './db/client.ts';
import type { Deps } from './deps.ts';
import { insertMailJobs } from './jobs/mail-job.store.ts';
import { ensureMailQueue } from './jobs/mail-queue.ts';
import { openWorkers } from './jobs/workers.ts';

/** The job queue, as services see it: a job is written in the change's own transaction and runs only if that commits. */
export interface Jobs {
  /** Queues one delivery for each of these Email rows. */
  deliverEmails(tx: Tx, emailIds: readonly string[]): Promise<void>;
}

/** The queue of one process. */
export interface RunningJobs extends Jobs {
  /** Starts working on jobs in this process; without it, jobs are only written. */
  startWorkers(): Promise<void>;
  /** Takes no new jobs, waits for those under way (at most 6 s) and closes the queue's connections. */
  stop(): Promise<void>;
}

export interface JobParts extends Pick<Deps, 'config' | 'db' | 'log' | 'clock' | 'mailer'> {
  /** The URL of the app's role, for the workers' own connections. */
  databaseUrl: string;
}

/** Opens the job queue. Its tables are there since the migration; the app's role needs no more than to write rows. */
export async function openJobs(parts: JobParts): Promise<RunningJobs> {
  await ensureMailQueue(parts.db);
  const jobs: Jobs = {
    deliverEmails: (tx, emailIds) => (emailIds.length > 0 ? insertMailJobs(tx, emailIds) : Promise.resolve()),
  };
  return { ...jobs, ...openWorkers(jobs, parts) };
}
