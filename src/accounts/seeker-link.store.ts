import type { Tx } from '../db/client.ts';

/**
 * Makes the account the Seeker of everything referred to its confirmed address (R12). The profile's time stays as it is:
 * nobody edited it, and its words would count as newer than a form's (ADR 0052).
 */
export async function linkSeekers(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.$executeRaw`UPDATE seeker SET user_id = ${userId}::uuid WHERE email = ${email}::citext AND user_id IS NULL`;
}

/** The same once a closed account is opened again: while it was closed, what was referred to its address was nobody's (R12). */
export async function linkSeekersAgain(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE seeker s SET user_id = u.id FROM user_account u
    WHERE u.id = ${userId}::uuid AND u.email_verified_at IS NOT NULL AND s.email = u.email AND s.user_id IS NULL`;
}

/**
 * The account has another address now: the record somebody keeps of themselves takes it over, as an edit of their own; what
 * others referred to the old address is theirs no more (ADR 0070, 0117). A record without an address stays.
 * System-only: it asks who wrote a record, not what is in it.
 */
export async function unlinkSeekers(tx: Tx, userId: string, email: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE seeker s SET email = ${email}::citext, version = version + 1, updated_at = ${at}
    WHERE s.user_id = ${userId}::uuid AND s.email <> ${email}::citext AND s.made_by_id IS NULL AND EXISTS (
      SELECT 1 FROM referral r JOIN referral_event e ON e.referral_id = r.id
      WHERE r.seeker_id = s.id AND r.source = 'self' AND e.kind = 'created' AND e.actor_user_id = ${userId}::uuid)`;
  await tx.$executeRaw`UPDATE seeker SET user_id = NULL WHERE user_id = ${userId}::uuid AND email <> ${email}::citext`;
}
