import PgBoss from 'pg-boss';
import type { Db, Tx } from '../db/client.ts';
import type { Log } from '../logger.ts';

export const MAIL_QUEUE = 'mail';

/** What a mail job carries: the Email row's id and nothing of a person. */
export interface MailJob {
  emailId: string;
}

/**
 * `short`: at most one waiting job for each Email row, so that queueing again is harmless. A job whose process was killed
 * runs again after a minute; how often a mail is tried is the mail's own matter.
 */
const MAIL_QUEUE_OPTIONS = { policy: 'short', retryLimit: 1_000, retryDelay: 0, expireInSeconds: 60 };

/** Makes the queue where it is missing. pg-boss' function runs as the owner, so this needs no right to create tables. */
export async function ensureMailQueue(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pgboss.create_queue(${MAIL_QUEUE}, ${JSON.stringify(MAIL_QUEUE_OPTIONS)}::json)`;
}

/** The queue's client: it looks after the tables while workers run, and knows how a job is taken and ended. */
export function createQueue(db: PgBoss.Db, log: Log): PgBoss {
  const queue = new PgBoss({
    db,
    schema: 'pgboss',
    // The owner installs and updates the queue's tables with the migrations.
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 15,
    archiveCompletedAfterSeconds: 300,
    archiveFailedAfterSeconds: 86_400,
    deleteAfterDays: 2,
  });
  queue.on('error', (err) => {
    log.warn({ err }, 'job queue error');
  });
  return queue;
}

/**
 * Lets pg-boss write in the caller's transaction: a job ends if and when that commits (R-10). The one place where SQL made
 * elsewhere runs: pg-boss' own statements, with values kept apart from them.
 */
export function onTransaction(tx: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values) }),
  };
}
