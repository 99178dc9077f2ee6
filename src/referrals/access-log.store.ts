import type { Reader } from '../db/client.ts';
import { newId } from '../db/new-id.ts';

/** Somebody opens a Seeker's profile, or one of the referrals (R15). */
export interface Look {
  userId: string;
  /** "Maria G., Riverside Clinic", as it is at this moment. */
  userName: string;
  seekerId: string;
  /** Null for the profile. */
  referralId: string | null;
  at: Date;
}

/** Opening again within so many minutes is the same look. */
export const ONE_LOOK_MINUTES = 15;

/** An open page that refreshes itself was opened before, in a session that lasts no longer than this. */
export const OPEN_PAGE_MINUTES = 12 * 60;

/** Records the look, unless there was one in the last `minutes`. If this fails, the page is not shown. */
export async function recordLook(db: Reader, look: Look, minutes = ONE_LOOK_MINUTES): Promise<void> {
  const since = new Date(look.at.getTime() - minutes * 60_000);
  await db.$executeRaw`
    INSERT INTO access_log (id, user_id, user_name, seeker_id, referral_id, created_at)
    SELECT ${newId()}::uuid, ${look.userId}::uuid, ${look.userName}, ${look.seekerId}::uuid, ${look.referralId}::uuid, ${look.at}
    WHERE NOT EXISTS (
      SELECT 1 FROM access_log a WHERE a.seeker_id = ${look.seekerId}::uuid AND a.created_at > ${since}
        AND a.user_id = ${look.userId}::uuid AND a.referral_id IS NOT DISTINCT FROM ${look.referralId}::uuid)`;
}
