import type { ReferralAudience } from '../domain/visibility.ts';
import type { Reader } from '../db/client.ts';

/**
 * Who may hear of these referrals. System-only: the live channel has no actor, because this decides which rooms hear a hint,
 * and a hint holds nothing but an id (S-44).
 */
export async function audiencesOf(db: Reader, referralIds: readonly string[]): Promise<ReferralAudience[]> {
  return db.$queryRaw<ReferralAudience[]>`
    SELECT r.id, r.made_by_id AS "madeById", r.program_id AS "programId", k.user_id AS "seekerUserId",
           ARRAY(SELECT rs.team_id FROM referral_share rs WHERE rs.referral_id = r.id) AS "teamIds"
    FROM referral r JOIN seeker k ON k.id = r.seeker_id
    WHERE r.id = ANY(${[...referralIds]}::uuid[])`;
}
