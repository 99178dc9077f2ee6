import type { Reader } from '../db/client.ts';
import { sessionKey, type AccessHint, type ChangeHint } from './hint.ts';

/**
 * Says within the transaction that a referral changed; it is heard if and when that commits (R3). Once for each transaction,
 * with its last history entry's sequence, or 0 when history holds nothing of it. A hint that gets lost comes with the sweep.
 */
export async function notifyReferralChanged(tx: Reader, referralId: string, sequence: bigint): Promise<void> {
  await say(tx, 'changes', { type: 'referral:changed', id: referralId, version: Number(sequence) });
}

/** Says that somebody's access changed (left a Team, signed out, deactivated): their sockets are cut in every process (S-43). */
export async function notifyAccessChanged(tx: Reader, userId: string, sessionId?: string): Promise<void> {
  await say(tx, 'access', sessionId === undefined ? { userId } : { userId, session: sessionKey(sessionId) });
}

async function say(tx: Reader, channel: 'changes' | 'access', hint: ChangeHint | AccessHint): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(hint)})`;
}
