import { sayingReferralChanged } from '../db/change-hint.ts';
import type { Reader } from '../db/client.ts';
import { sessionKey, type AccessHint } from './hint.ts';

/**
 * Says within the transaction that a referral changed; it is heard if and when that commits (R3). Once for each transaction,
 * with its last history entry's sequence, or 0 when history holds nothing of it. A hint that gets lost comes with the sweep.
 */
export async function notifyReferralChanged(tx: Reader, referralId: string, sequence: bigint): Promise<void> {
  await tx.$executeRaw`SELECT ${sayingReferralChanged(referralId, sequence)}`;
}

/** Says that somebody's access changed (left a Team, signed out, deactivated): their sockets are cut in every process (S-43). */
export async function notifyAccessChanged(tx: Reader, userId: string, sessionId?: string): Promise<void> {
  const hint: AccessHint = sessionId === undefined ? { userId } : { userId, session: sessionKey(sessionId) };
  await tx.$executeRaw`SELECT pg_notify('access', ${JSON.stringify(hint)})`;
}
