import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { isReferringSide } from '../domain/referral-policy.ts';
import type { Deps } from '../deps.ts';
import { recordLook } from '../referrals/access-log.store.ts';
import { profileReferrals, type Profile } from './profile.store.ts';
import { findHelpedSeeker } from './seeker.store.ts';

/**
 * Reads a profile for somebody who opens it, and records that they looked (R15) unless the page only refreshes itself.
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
  if (!refreshing) {
    await recordLook(deps.db, { userId: user.userId, userName: lookerName(user), seekerId, referralId: null, at: deps.clock.now() });
  }
  return {
    seekerId,
    helped,
    outbound: referrals.filter(({ sides }) => isReferringSide(sides)),
    inbound: referrals.filter(({ sides }) => sides.includes('program')),
  };
}

/** "Maria G., Riverside Clinic". */
function lookerName(user: UserActor): string {
  const { name, organization } = historyName(user);
  return organization ? `${name}, ${organization}` : name;
}
