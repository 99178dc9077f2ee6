import { isUser, type Actor } from '../domain/actor.ts';
import type { Reader } from '../db/client.ts';
import { moveTo } from '../referrals/history.store.ts';
import { findVisibleReferral } from '../referrals/visible-referrals.store.ts';

/** The answer the reader comes from. */
export interface SavedAnswer {
  id: string;
  /** False: it stood like this already, so nothing was changed (R4). */
  moved: boolean;
}

/**
 * What the reader has just answered, as the address says that their form led to; `seen` is the version it was made from. Null where it is not
 * theirs, and where somebody else has changed it since: nobody is told that they saved what another did.
 */
export async function savedAnswer(db: Reader, actor: Actor, id: string, seen: number): Promise<SavedAnswer | null> {
  const referral = await findVisibleReferral(db, actor, id);
  if (!isUser(actor) || !referral?.sides.includes('seeker') || referral.withdrawal) return null;
  if (referral.version === seen) return { id, moved: false };
  const move = await moveTo(db, referral, referral.version);
  return move?.actorUserId === actor.userId ? { id, moved: true } : null;
}
