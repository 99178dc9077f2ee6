import type { UserActor } from '../domain/actor.ts';
import type { Tx } from '../db/client.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { hintPlaceOf } from './hint-place.store.ts';

/**
 * Says that something about a Seeker changed to those who help them and have a page open. Rooms are those of referrals, so one of
 * theirs stands for the profile; a profile without any is read again when its reader comes back to it (ADR 0104).
 */
export async function notifySeekerChanged(tx: Tx, actor: UserActor, seekerId: string, teamIds: readonly string[]): Promise<void> {
  const referralId = await hintPlaceOf(tx, actor, seekerId, teamIds);
  if (referralId) await notifyReferralChanged(tx, referralId, 0n);
}
