import type { Tx } from '../db/client.ts';
import { linkSeekers } from './seeker-link.store.ts';
import { markConfirmed } from './user.store.ts';

/**
 * Somebody showed that mail to the account's address reaches them, by the link in one: it is confirmed, and the account becomes the
 * Seeker of what was referred to it (R12). What an unconfirmed account had before must be gone by then: see ADR 0115.
 */
export async function proveAddress(tx: Tx, userId: string, email: string, at: Date): Promise<void> {
  if (await markConfirmed(tx, userId, at)) await linkSeekers(tx, userId, email);
}
