import { type AccountParty, type Parties, reachSeeker, type ReachWords } from '../domain/notification-rules.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { REACH_WORDS } from './reach-words.store.ts';

/** The columns of MAILED_PARTIES, and whose account the Seeker has. */
export interface PartiesRow {
  seekerUserId: string | null;
  language: string;
  words: ReachWords;
  referralEmail: string | null;
  maker: AccountParty | null;
  /** Null while nobody with an open account answers for the Program. */
  claimers: AccountParty[] | null;
}

/**
 * Everybody a referral's mail may go to, as columns of a query on referral `r`, its Program `p` and its Seeker `k`: the Seeker, the
 * maker, and the Program's Claimers, or its referral address while it has none. Closed accounts get nothing. The Seeker's language is
 * the form's, until the profile is edited.
 */
export const MAILED_PARTIES = Prisma.sql`
  CASE WHEN k.updated_at > r.created_at THEN k.language ELSE r.shared_language END AS language, ${REACH_WORDS} AS words, p.referral_email::text AS "referralEmail",
  (SELECT jsonb_build_object('userId', u.id, 'email', u.email, 'language', u.language, 'notifications', u.notifications)
    FROM user_account u WHERE u.id = r.made_by_id AND u.deactivated_at IS NULL) AS maker,
  (SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'email', u.email, 'language', u.language, 'notifications', u.notifications))
    FROM team t JOIN membership m ON m.team_id = t.id JOIN user_account u ON u.id = m.user_id
    WHERE t.program_id = r.program_id AND u.deactivated_at IS NULL) AS claimers`;

/**
 * The parties of a referral that was just made.
 * System-only (R13): the change itself was made through the one door; this reads whom to tell, and shows nothing to anybody.
 */
export async function partiesOf(db: Reader, referralId: string): Promise<Parties> {
  const rows = await db.$queryRaw<PartiesRow[]>`
    SELECT k.user_id AS "seekerUserId", ${MAILED_PARTIES}
    FROM referral r JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id WHERE r.id = ${referralId}::uuid`;
  const row = rows[0];
  if (!row) throw new Error('No referral to send mail about');
  return toParties(row);
}

export function toParties(row: PartiesRow): Parties {
  return {
    maker: row.maker,
    claimers: row.claimers ?? [],
    programMailbox: row.claimers ? null : row.referralEmail,
    seeker: { userId: row.seekerUserId, language: row.language, ...reachSeeker(row.words) },
  };
}
