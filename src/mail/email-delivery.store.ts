import type { Party } from '../domain/notification-rules.ts';
import type { Reader } from '../db/client.ts';
import type { EmailState } from '../db/generated/enums.ts';

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

/**
 * The delivery of each party's newest mail about a referral, the Program's first. For helpers only, and only after the
 * referral was found for them.
 */
export async function deliveryFor(db: Reader, referralId: string): Promise<Delivery[]> {
  return db.$queryRaw<Delivery[]>`
    SELECT party, count(*)::int AS people, state::text AS state, max(COALESCE(sent_at, created_at)) AS at, last_error AS failure
    FROM (SELECT DISTINCT ON (party, to_address) * FROM email WHERE referral_id = ${referralId}::uuid AND party IS NOT NULL
      ORDER BY party, to_address, created_at DESC, id DESC) newest
    GROUP BY party, state, last_error
    ORDER BY array_position(ARRAY['program', 'seeker', 'maker'], party), max(created_at) DESC, state`;
}
