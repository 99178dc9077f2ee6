import { sayingReferralChanged } from '../db/change-hint.ts';
import type { Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/**
 * Says that a Seeker's referrals look different now: open pages of a Program must not go on showing how to reach somebody who
 * asked not to be reached (R14). History holds nothing of it, hence 0.
 * System-only (R13): it shows nothing to anybody, and each hint is heard by those who see the referral.
 */
export async function sayProfileChanged(tx: Tx, seekerId: string): Promise<void> {
  await tx.$executeRaw`SELECT ${sayingReferralChanged(Prisma.sql`r.id`, 0n)} FROM referral r WHERE r.seeker_id = ${seekerId}::uuid`;
}
