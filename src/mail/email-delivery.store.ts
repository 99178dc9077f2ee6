import type { Party } from '../domain/notification-rules.ts';
import { isReferringSide } from '../domain/referral-policy.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { EmailState } from '../db/generated/enums.ts';
import type { ReferralDetail } from '../referrals/referral.store.ts';

/** The newest mail to one party of a referral, for the people there it has the same fate for (R29). */
export interface Delivery {
  party: Party;
  /** To how many people: the Program may have several Claimers. */
  people: number;
  state: EmailState;
  /** When it was sent; until then, when it was queued. */
  at: Date;
  /** A reason of domain/delivery-failure.ts; FAILURE_WORDS says it in words. */
  failure: string | null;
}

/** A referral already found for a helper, through the one door. */
type Found = Pick<ReferralDetail, 'id' | 'sides' | 'preference'> & { shared: { email: string | null } };

/**
 * The delivery of each party's newest mail about a referral, the Program's first; for helpers only. The Program learns of the
 * Seeker's mail as far as the form asked for it: any other would say what the profile says today (R11).
 */
export async function deliveryFor(db: Reader, { id, sides, shared, preference }: Found): Promise<Delivery[]> {
  const byForm = preference === 'email' || preference === 'dont_reach_out' ? shared.email : null;
  const known = isReferringSide(sides) ? Prisma.sql`TRUE` : Prisma.sql`(party <> 'seeker' OR to_address = ${byForm}::citext)`;
  return db.$queryRaw<Delivery[]>`
    SELECT party, count(*)::int AS people, state::text AS state, max(COALESCE(sent_at, created_at)) AS at, last_error AS failure
    FROM (SELECT DISTINCT ON (party, to_address) * FROM email WHERE referral_id = ${id}::uuid AND party IS NOT NULL AND ${known}
      ORDER BY party, to_address, created_at DESC, id DESC) newest
    GROUP BY party, state, last_error
    ORDER BY array_position(ARRAY['program', 'seeker', 'maker'], party), max(created_at) DESC, state`;
}
