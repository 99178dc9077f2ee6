import type { Party } from '../domain/notification-rules.ts';
import { isReferringSide } from '../domain/referral-policy.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { EmailState } from '../db/generated/enums.ts';
import { HAS_OPEN_CLAIMER } from '../referrals/open-claimers.store.ts';
import type { ReferralDetail } from '../referrals/referral.store.ts';

/** The newest mail to one party of a referral, for the people there it has the same fate for (R29). */
export interface Delivery {
  party: Party;
  /** To how many people: the Program may have several Claimers. */
  people: number;
  /** To the Program's own address, behind which nobody is known. */
  toMailbox: boolean;
  /** There, because everybody who answered for the Program has a closed account. */
  allLeft: boolean;
  /** Anything but the usual mail: told in a daily digest, a reminder, or that there is no answer. */
  way: 'digest' | 'reminder' | 'no_answer' | null;
  state: EmailState;
  /** When it was sent; until then, when it was queued. */
  at: Date;
  /** A reason of domain/delivery-failure.ts; FAILURE_WORDS says it in words. */
  failure: string | null;
}

/** A referral already found for a helper, through the one door. */
type Found = Pick<ReferralDetail, 'id' | 'programId' | 'sides' | 'preference'> & { shared: { email: string | null } };

/**
 * The delivery of each party's newest mail about a referral, the Program's first; for helpers only. The Program learns of the
 * Seeker's mail as far as the form asked for it: any other would say what the profile says today (R11).
 */
export async function deliveryFor(db: Reader, { id, programId, sides, shared, preference }: Found): Promise<Delivery[]> {
  const byForm = preference === 'email' || preference === 'dont_reach_out' ? shared.email : null;
  const known = isReferringSide(sides) ? Prisma.sql`TRUE` : Prisma.sql`(party <> 'seeker' OR to_address = ${byForm}::citext)`;
  return db.$queryRaw<Delivery[]>`
    WITH told AS (${told(id, known)}),
    newest AS (SELECT DISTINCT ON (party, person) * FROM told ORDER BY party, person, created_at DESC, id DESC)
    SELECT party, count(*)::int AS people, mailbox AS "toMailbox", state, max(at) AS at, failure,
      CASE WHEN kind IN ('digest', 'reminder', 'no_answer') THEN kind END AS way, mailbox AND (${ALL_LEFT}) AS "allLeft"
    FROM newest, (SELECT ${programId}::uuid AS id) p
    GROUP BY party, mailbox, state, failure, way, p.id
    ORDER BY array_position(ARRAY['program', 'seeker', 'maker'], party), max(created_at) DESC, state`;
}

const ALL_LEFT = Prisma.sql`
  NOT ${HAS_OPEN_CLAIMER} AND EXISTS (SELECT 1 FROM team lt JOIN membership lm ON lm.team_id = lt.id WHERE lt.program_id = p.id)`;

/** Every mail about a referral, and what of it went into digests, which are about more than one. */
function told(id: string, known: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT id, party, COALESCE(CASE WHEN party <> 'seeker' THEN user_id::text END, to_address::text) AS person,
      party = 'program' AND user_id IS NULL AS mailbox, kind::text AS kind, state::text AS state, last_error AS failure,
      COALESCE(sent_at, created_at) AS at, created_at
    FROM email WHERE referral_id = ${id}::uuid AND party IS NOT NULL AND ${known}
    UNION ALL
    SELECT d.id, d.party, d.user_id::text, FALSE, 'digest', COALESCE(e.state::text, 'queued'), e.last_error,
      COALESCE(e.sent_at, d.created_at), d.created_at
    FROM digest_entry d LEFT JOIN email e ON e.id = d.email_id WHERE d.referral_id = ${id}::uuid`;
}
