import type { ContactPreference } from '../domain/contact-preference.ts';
import { type AccountParty, type Parties, reachSeeker } from '../domain/notification-rules.ts';
import type { Reader } from '../db/client.ts';

interface PartiesRow {
  seekerUserId: string | null;
  language: string;
  sharedEmail: string | null;
  sharedPreference: ContactPreference;
  profileEmail: string | null;
  profilePreference: ContactPreference;
  profileIsNewer: boolean;
  referralEmail: string | null;
  maker: AccountParty | null;
  /** Null while nobody has claimed the Program. */
  claimers: (AccountParty & { closed: boolean })[] | null;
}

/**
 * Everybody a referral's mail may go to, in one query: the Seeker, the maker, and the Program's Claimers, or its referral
 * address while it has none. Closed accounts get nothing.
 * System-only (R13): the change itself was made through the one door; this reads whom to tell, and shows nothing to anybody.
 */
export async function partiesOf(db: Reader, referralId: string): Promise<Parties> {
  const rows = await db.$queryRaw<PartiesRow[]>`
    SELECT k.user_id AS "seekerUserId", k.language, r.shared_email::text AS "sharedEmail", r.shared_preference::text AS "sharedPreference",
      k.email::text AS "profileEmail", k.contact_preference::text AS "profilePreference", k.updated_at > r.created_at AS "profileIsNewer",
      (SELECT p.referral_email::text FROM program p WHERE p.id = r.program_id) AS "referralEmail",
      (SELECT jsonb_build_object('userId', u.id, 'email', u.email, 'language', u.language, 'notifications', u.notifications)
        FROM user_account u WHERE u.id = r.made_by_id AND u.deactivated_at IS NULL) AS maker,
      (SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'email', u.email, 'language', u.language, 'notifications', u.notifications,
          'closed', u.deactivated_at IS NOT NULL))
        FROM team t JOIN membership m ON m.team_id = t.id JOIN user_account u ON u.id = m.user_id
        WHERE t.program_id = r.program_id) AS claimers
    FROM referral r JOIN seeker k ON k.id = r.seeker_id WHERE r.id = ${referralId}::uuid`;
  const row = rows[0];
  if (!row) throw new Error('No referral to send mail about');
  return toParties(row);
}

function toParties(row: PartiesRow): Parties {
  const shared = { email: row.sharedEmail, preference: row.sharedPreference };
  const profile = { email: row.profileEmail, preference: row.profilePreference };
  return {
    maker: row.maker,
    claimers: (row.claimers ?? []).filter(({ closed }) => !closed),
    programMailbox: row.claimers ? null : row.referralEmail,
    seeker: { userId: row.seekerUserId, language: row.language, ...reachSeeker({ shared, profile, profileIsNewer: row.profileIsNewer }) },
  };
}
