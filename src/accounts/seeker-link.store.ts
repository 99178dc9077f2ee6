import type { Tx } from '../db/client.ts';

/**
 * Makes the account the Seeker of everything referred to its confirmed address (R12). The profile's time stays as it is:
 * nobody edited it, and its words would count as newer than a form's (ADR 0052).
 */
export async function linkSeekers(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.$executeRaw`UPDATE seeker SET user_id = ${userId}::uuid WHERE email = ${email}::citext AND user_id IS NULL`;
}
