import type { DeliveryFailure } from '../domain/delivery-failure.ts';
import type { Party } from '../domain/notification-rules.ts';
import type { Db, Tx } from '../db/client.ts';
import type { EmailKind } from '../db/generated/enums.ts';

/** A mail whose turn it is. */
export interface ClaimedEmail {
  id: string;
  kind: EmailKind;
  toAddress: string;
  language: string;
  referralId: string | null;
  userId: string | null;
  party: Party | null;
  subjectId: string | null;
  /** Counts this attempt. */
  attempts: number;
}

/**
 * Takes the mail for this job. Null when there is nothing to do: sent, failed and suppressed are final, and a second job leaves
 * a mail alone that another one is sending. A mail whose sender was killed is taken again.
 */
export async function claimEmail(db: Db, emailId: string, jobId: string): Promise<ClaimedEmail | null> {
  const rows = await db.$queryRaw<ClaimedEmail[]>`
    UPDATE email e SET state = 'sending', attempts = attempts + 1
    WHERE e.id = ${emailId}::uuid AND (e.state = 'queued' OR e.state = 'sending' AND NOT EXISTS (
      SELECT 1 FROM pgboss.job j WHERE j.name = 'mail' AND j.state = 'active' AND j.singleton_key = e.id::text AND j.id <> ${jobId}::uuid))
    RETURNING e.id, e.kind::text AS kind, e.to_address::text AS "toAddress", e.language, e.referral_id AS "referralId", e.user_id AS "userId",
      e.party, e.subject_id AS "subjectId", e.attempts`;
  return rows[0] ?? null;
}

export async function markSent(tx: Tx, emailId: string, at: Date): Promise<void> {
  await tx.email.update({ where: { id: emailId }, data: { state: 'sent', sentAt: at, lastError: null } });
}

export async function markQueuedAgain(tx: Tx, emailId: string, failure: DeliveryFailure): Promise<void> {
  await tx.email.update({ where: { id: emailId }, data: { state: 'queued', lastError: failure } });
}

export async function markGivenUp(tx: Tx, emailId: string, state: 'failed' | 'suppressed', failure: DeliveryFailure): Promise<void> {
  await tx.email.update({ where: { id: emailId }, data: { state, lastError: failure } });
}

/** Mails that wait without a job to send them: a crash, or a queue that was emptied by hand, left them behind. */
export async function strandedEmails(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM email e
    WHERE e.state IN ('queued', 'sending') AND e.created_at < now() - interval '1 minute'
      AND NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = 'mail' AND j.state < 'completed' AND j.singleton_key = e.id::text)
    ORDER BY e.created_at LIMIT 1000`;
  return rows.map(({ id }) => id);
}
