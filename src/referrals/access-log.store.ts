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

const ONE_LOOK_MINUTES = 15;

/** Records the look, once in 15 minutes: a page that refreshes itself is one look. If this fails, the page is not shown. */
export async function recordLook(db: Reader, look: Look): Promise<void> {
  const since = new Date(look.at.getTime() - ONE_LOOK_MINUTES * 60_000);
  await db.$executeRaw`
    INSERT INTO access_log (id, user_id, user_name, seeker_id, referral_id, created_at)
    SELECT ${newId()}::uuid, ${look.userId}::uuid, ${look.userName}, ${look.seekerId}::uuid, ${look.referralId}::uuid, ${look.at}
    WHERE NOT EXISTS (
      SELECT 1 FROM access_log a WHERE a.seeker_id = ${look.seekerId}::uuid AND a.created_at > ${since}
        AND a.user_id = ${look.userId}::uuid AND a.referral_id IS NOT DISTINCT FROM ${look.referralId}::uuid)`;
}
