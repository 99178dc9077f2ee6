import { type AccountParty, type NotificationSetting, type Parties, reachSeeker, type SeekerWords } from '../domain/notification-rules.ts';
import type { Reader } from '../db/client.ts';

interface PartyRow {
  party: 'seeker' | 'maker' | 'program' | 'mailbox';
  userId: string | null;
  email: string | null;
  language: string;
  notifications: NotificationSetting | null;
  words: SeekerWords | null;
}

/**
 * Everybody a referral's mail may go to, in one query: the Seeker, the maker, and the Program's Claimers, or its referral
 * address while it has none. Closed accounts get nothing.
 */
export async function partiesOf(db: Reader, referralId: string): Promise<Parties> {
  const rows = await db.$queryRaw<PartyRow[]>`
    WITH r AS MATERIALIZED (SELECT * FROM referral WHERE id = ${referralId}::uuid)
    SELECT 'seeker' AS party, k.user_id AS "userId", NULL AS email, k.language, NULL AS notifications,
      jsonb_build_object('shared', jsonb_build_object('email', r.shared_email, 'preference', r.shared_preference),
        'profile', jsonb_build_object('email', k.email, 'preference', k.contact_preference), 'profileIsNewer', k.updated_at > r.created_at) AS words
    FROM r JOIN seeker k ON k.id = r.seeker_id
    UNION ALL SELECT 'maker', u.id, u.email::text, u.language, u.notifications::text, NULL
    FROM r JOIN user_account u ON u.id = r.made_by_id AND u.deactivated_at IS NULL
    UNION ALL SELECT 'program', u.id, u.email::text, u.language, u.notifications::text, NULL
    FROM r JOIN team t ON t.program_id = r.program_id JOIN membership m ON m.team_id = t.id
    JOIN user_account u ON u.id = m.user_id AND u.deactivated_at IS NULL
    UNION ALL SELECT 'mailbox', NULL, p.referral_email::text, 'en', NULL, NULL FROM r JOIN program p ON p.id = r.program_id
    WHERE NOT EXISTS (SELECT 1 FROM team t JOIN membership m ON m.team_id = t.id WHERE t.program_id = p.id)`;
  return toParties(rows);
}

function toParties(rows: readonly PartyRow[]): Parties {
  const seeker = rows.find((row) => row.party === 'seeker');
  if (!seeker?.words) throw new Error('A referral without a Seeker');
  const accounts = (party: PartyRow['party']): AccountParty[] => rows.filter((row) => row.party === party).flatMap(toAccount);
  return {
    maker: accounts('maker')[0] ?? null,
    claimers: accounts('program'),
    programMailbox: rows.find((row) => row.party === 'mailbox')?.email ?? null,
    seeker: { userId: seeker.userId, language: seeker.language, ...reachSeeker(seeker.words) },
  };
}

function toAccount({ userId, email, language, notifications }: PartyRow): AccountParty[] {
  return userId && email && notifications ? [{ userId, email, language, notifications }] : [];
}
