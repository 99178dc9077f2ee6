import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import type { Reader } from '../db/client.ts';
import { newId } from '../db/new-id.ts';

/** Somebody opens a Seeker's profile, or one of the referrals (R15). */
export interface Look extends Looker, LookedAt {}

export interface Looker {
  userId: string;
  /** "Maria G." and "Riverside Clinic", as they are at this moment (R7). */
  userName: string;
  userOrganization: string | null;
  at: Date;
}

export function lookerOf(user: UserActor, at: Date): Looker {
  const { name, organization } = historyName(user);
  return { userId: user.userId, userName: name, userOrganization: organization, at };
}

export interface LookedAt {
  seekerId: string;
  /** Null for the profile. */
  referralId: string | null;
}

/** Opening again within so many minutes is the same look. */
export const ONE_LOOK_MINUTES = 15;

/** An open page that refreshes itself was opened before, in a session that lasts no longer than this. */
export const OPEN_PAGE_MINUTES = 12 * 60;

/** Records the look, unless there was one in the last `minutes`. If this fails, the page is not shown. */
export async function recordLook(db: Reader, look: Look, minutes = ONE_LOOK_MINUTES): Promise<void> {
  await recordLooks(db, look, [look], minutes);
}

/** The same for many at once, as when a list is taken away as a file. */
export async function recordLooks(db: Reader, by: Looker, seen: readonly LookedAt[], minutes = ONE_LOOK_MINUTES): Promise<void> {
  const since = new Date(by.at.getTime() - minutes * 60_000);
  const [ids, seekers, referrals] = [
    seen.map(() => newId()),
    seen.map(({ seekerId }) => seekerId),
    seen.map(({ referralId }) => referralId),
  ];
  await db.$executeRaw`
    INSERT INTO access_log (id, user_id, user_name, user_organization, seeker_id, referral_id, created_at)
    SELECT l.id, ${by.userId}::uuid, ${by.userName}, ${by.userOrganization}, l.seeker_id, l.referral_id, ${by.at}
    FROM unnest(${ids}::uuid[], ${seekers}::uuid[], ${referrals}::uuid[]) AS l (id, seeker_id, referral_id)
    WHERE NOT EXISTS (
      SELECT 1 FROM access_log a WHERE a.seeker_id = l.seeker_id AND a.created_at > ${since}
        AND a.user_id = ${by.userId}::uuid AND a.referral_id IS NOT DISTINCT FROM l.referral_id)`;
}
