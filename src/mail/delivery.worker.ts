import type PgBoss from 'pg-boss';
import { minutesUntilRetry } from '../domain/delivery-retry.ts';
import { isDeliveryFailure, type DeliveryFailure } from '../domain/delivery-failure.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { insertMailJobs } from '../jobs/mail-job.store.ts';
import { MAIL_QUEUE, type MailJob, onTransaction } from '../jobs/mail-queue.ts';
import type { JobParts, Jobs } from '../jobs.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { persistently } from './persistently.ts';
import { claimEmail, type ClaimedEmail, markGivenUp, markQueuedAgain, markSent, strandedEmails } from './delivery.store.ts';
import { DeliveryError } from './mailer.ts';
import { writeMail } from './messages/write-mail.ts';

export interface DeliveryWorker {
  /** Sends the mail of one job, or decides when to try again. Never throws. */
  deliver(job: PgBoss.Job<MailJob>): Promise<void>;
  /** Queues mails that have no job. Never throws. */
  sweep(): Promise<void>;
}

type Outcome =
  | { state: 'sent' }
  | { state: 'suppressed' | 'failed'; failure: DeliveryFailure }
  | { state: 'again'; failure: DeliveryFailure; minutes: number };

export function createDelivery(parts: JobParts, jobs: Jobs, queue: PgBoss): DeliveryWorker {
  return {
    async deliver(job) {
      try {
        await deliverOne(parts, queue, job);
      } catch (err) {
        // The database is away: the job is still taken, and runs again when its minute is over.
        parts.log.warn({ err, jobId: job.id }, 'mail job left for later');
      }
    },
    async sweep() {
      try {
        const stranded = await strandedEmails(parts.db);
        await inTransaction(parts, (tx) => jobs.deliverEmails(tx, stranded));
      } catch (err) {
        parts.log.warn({ err }, 'could not look for stranded mail');
      }
    },
  };
}

async function deliverOne(parts: JobParts, queue: PgBoss, job: PgBoss.Job<MailJob>): Promise<void> {
  const email = await claimEmail(parts.db, job.data.emailId, job.id);
  if (!email) {
    await queue.complete(MAIL_QUEUE, job.id);
    return;
  }
  const outcome = await attempt(parts, email);
  if (outcome.state !== 'sent') parts.log.info({ emailId: email.id, attempts: email.attempts, ...outcome }, 'mail was not handed over');
  // Between the server's yes and this line a crash repeats the mail, with the same Message-ID.
  await persistently(() => inTransaction(parts, (tx) => record(tx, queue, job, email, outcome, parts.clock.now())));
}

async function attempt(parts: JobParts, email: ClaimedEmail): Promise<Outcome> {
  try {
    const written = await writeMail(parts, email);
    if ('unwanted' in written) return { state: 'suppressed', failure: written.unwanted };
    await parts.mailer.send(written.mail);
    return { state: 'sent' };
  } catch (err) {
    if (!(err instanceof DeliveryError)) parts.log.error({ err, emailId: email.id }, 'mail could not be made');
    return afterFailure(err, email.attempts);
  }
}

function afterFailure(err: unknown, attempts: number): Outcome {
  const reason = err instanceof DeliveryError ? err.message : null;
  const failure = isDeliveryFailure(reason) ? reason : 'internal';
  const minutes = err instanceof DeliveryError && err.permanent ? null : minutesUntilRetry(attempts);
  return minutes === null ? { state: 'failed', failure } : { state: 'again', failure, minutes };
}

/** What became of the attempt: the mail's state, the end of this job, perhaps the next one, and a hint to open pages, all or none. */
async function record(tx: Tx, queue: PgBoss, job: PgBoss.Job<MailJob>, email: ClaimedEmail, outcome: Outcome, at: Date): Promise<void> {
  if (outcome.state === 'sent') await markSent(tx, email.id, at);
  else if (outcome.state === 'again') await markQueuedAgain(tx, email.id, outcome.failure);
  else await markGivenUp(tx, email.id, outcome.state, outcome.failure);
  await queue.complete(MAIL_QUEUE, job.id, {}, { db: onTransaction(tx) });
  if (outcome.state === 'again') await insertMailJobs(tx, [email.id], outcome.minutes * 60);
  // History holds nothing of mail, hence 0.
  if (email.referralId) await notifyReferralChanged(tx, email.referralId, 0n);
}
