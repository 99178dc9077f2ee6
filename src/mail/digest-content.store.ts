import type { UserActor } from '../domain/actor.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import type { Db } from '../db/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';

/** That there is news on a referral: nothing of a person, and not what the news is (R28). */
export interface DigestNews {
  referralId: string;
  programName: string;
  at: Date;
}

/**
 * The referrals a digest tells of, newest first, as far as its reader sees them now (R13, R-10); of a Seeker who asked not to be
 * reached meanwhile, the Program alone still reads (R14).
 */
export async function digestNews(db: Db, reader: UserActor, emailId: string): Promise<DigestNews[]> {
  return db.$queryRaw<DigestNews[]>`
    SELECT r.id AS "referralId", p.name AS "programName", max(d.created_at) AS at
    FROM digest_entry d JOIN referral r ON r.id = d.referral_id JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id
    WHERE d.email_id = ${emailId}::uuid AND d.user_id = ${reader.userId}::uuid AND ${visibleTo(reader)}
      AND (p.id = ANY(${claimedProgramIds(reader)}::uuid[]) OR 'dont_reach_out' NOT IN (r.shared_preference, k.contact_preference))
    GROUP BY r.id, p.name ORDER BY at DESC, r.id`;
}
