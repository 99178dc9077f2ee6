import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { isReferringSide } from '../domain/referral-policy.ts';
import type { Deps } from '../deps.ts';
import { ONE_LOOK_MINUTES, OPEN_PAGE_MINUTES, lookerOf, recordLook } from '../referrals/access-log.store.ts';
import { profileReferrals, type Profile } from './profile.store.ts';
import { findHelpedSeeker } from './seeker.store.ts';

/**
 * Reads a profile for somebody who opens it, and records that they looked (R15). A page that refreshes itself was opened before.
 * attack: calling every reading a refresh must not leave a reader without a trace, so one older than a session is recorded.
 * Throws NotFound for whoever sees no part of it (R13).
 */
export async function openProfile(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: UserActor,
  seekerId: string,
  refreshing: boolean,
): Promise<Profile> {
  const [helped, referrals] = await Promise.all([findHelpedSeeker(deps.db, user, seekerId), profileReferrals(deps.db, user, seekerId)]);
  if (!helped && referrals.length === 0) throw new NotFound();
  const look = { ...lookerOf(user, deps.clock.now()), seekerId, referralId: null };
  await recordLook(deps.db, look, refreshing ? OPEN_PAGE_MINUTES : ONE_LOOK_MINUTES);
  return {
    seekerId,
    helped,
    outbound: referrals.filter(({ sides }) => isReferringSide(sides)),
    inbound: referrals.filter(({ sides }) => sides.includes('program')),
  };
}
