import type { Tx } from '../db/client.ts';

/** What is said on the wire: ids and a number, never a name or a status (S-44). */
export interface ChangeHint {
  type: 'referral:changed';
  id: string;
  /** The history entry's place in the change log. */
  version: number;
}

/** Says within the transaction that a referral changed; it is heard if and when that commits (R3). */
export async function notifyReferralChanged(tx: Tx, referralId: string, sequence: bigint): Promise<void> {
  const hint: ChangeHint = { type: 'referral:changed', id: referralId, version: Number(sequence) };
  await tx.$executeRaw`SELECT pg_notify('changes', ${JSON.stringify(hint)})`;
}

/** Says that somebody's access changed (left a Team, signed out, deactivated): their sockets are cut in every process (S-43). */
export async function notifyAccessChanged(tx: Tx, userId: string, sessionId?: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('access', ${JSON.stringify(sessionId ? { userId, sessionId } : { userId })})`;
}
