import { reachSeeker, type ReachWords } from '../domain/notification-rules.ts';
import { linkExpiry, type LinkFacts } from '../domain/status-link.ts';
import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { HAS_OPEN_CLAIMER } from '../referrals/open-claimers.store.ts';
import { REACH_WORDS } from '../referrals/reach-words.store.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import { newPublicId } from './public-id.ts';

export interface LinkRecipient {
  referralId: string;
  recipient: 'seeker' | 'claimer';
  /** The Claimer's account; null for the Seeker, and for an unclaimed Program's referral e-mail. */
  userId: string | null;
  email: string;
}

export interface IssuedLink {
  /** The address below PUBLIC_URL, with the only copy of the token there is. */
  path: string;
  publicId: string;
  expiresAt: Date;
}

/** Makes a Status link for one referral and one recipient (R30). The token goes into the mail and is kept nowhere else. */
export async function issueStatusLink(db: Reader, to: LinkRecipient, now: Date, days: number): Promise<IssuedLink> {
  const token = newToken();
  const publicId = newPublicId();
  const expiresAt = linkExpiry(now, days);
  await db.statusLink.create({ data: { ...to, publicId, tokenHash: hashOfToken(token), createdAt: now, expiresAt } });
  return { path: `/l/${token}`, publicId, expiresAt };
}

export interface StoredLink extends LinkFacts {
  id: string;
  publicId: string;
  referralId: string;
  recipient: 'seeker' | 'claimer';
  userId: string | null;
  email: string;
  language: string;
  /** Of its recipient's account; null for the installation's. */
  timeZone: string | null;
  seekerFirstName: string;
  seekerLastName: string;
  programName: string;
  /** "Don't reach out": not even a fresh link goes to the Seeker (R14). */
  mayBeMailed: boolean;
}

export async function findLinkByToken(db: Reader, token: string): Promise<StoredLink | null> {
  return findLink(db, Prisma.sql`l.token_hash = ${hashOfToken(token)}`);
}

export async function findLinkByPublicId(db: Reader, publicId: string): Promise<StoredLink | null> {
  return findLink(db, Prisma.sql`l.public_id = ${publicId}`);
}

/** System-only: before the link is known there is no actor. Its page reads the referral as the link's actor, through visibleTo. */
type LinkRow = Omit<StoredLink, 'mayBeMailed' | 'recipientHasAccess'> & { words: ReachWords; programHasAccess: boolean };

async function findLink(db: Reader, which: Prisma.Sql): Promise<StoredLink | null> {
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT l.id, l.public_id AS "publicId", l.referral_id AS "referralId", l.recipient::text AS recipient, l.user_id AS "userId",
      l.email::text AS email, l.expires_at AS "expiresAt", l.reissued_at AS "reissuedAt",
      r.withdrawn_at IS NOT NULL AS withdrawn,
      COALESCE(CASE WHEN l.recipient <> 'seeker' THEN u.language WHEN k.updated_at > r.created_at THEN k.language
        ELSE r.shared_language END, 'en') AS language,
      CASE WHEN l.recipient = 'seeker' THEN (SELECT s.time_zone FROM user_account s WHERE s.id = k.user_id) ELSE u.time_zone END AS "timeZone",
      k.first_name AS "seekerFirstName", k.last_name AS "seekerLastName", p.name AS "programName",
      ${REACH_WORDS} AS words, COALESCE(${PROGRAM_HAS_ACCESS}, FALSE) AS "programHasAccess"
    FROM status_link l JOIN referral r ON r.id = l.referral_id JOIN seeker k ON k.id = r.seeker_id JOIN program p ON p.id = r.program_id
    LEFT JOIN user_account u ON u.id = l.user_id
    WHERE ${which}`;
  return rows[0] ? toLink(rows[0]) : null;
}

/** A Seeker's link lives while mail to them goes to its address: the same rule decides both (R30). */
function toLink({ words, programHasAccess, ...link }: LinkRow): StoredLink {
  if (link.recipient !== 'seeker') return { ...link, mayBeMailed: true, recipientHasAccess: programHasAccess };
  const { email, preference } = reachSeeker(words);
  return { ...link, mayBeMailed: preference !== 'dont_reach_out', recipientHasAccess: email?.toLowerCase() === link.email.toLowerCase() };
}

/**
 * Whether a link of the Program's side could see the referral today (R30): a Claimer while active and still claiming, the
 * Program's own address while nobody with an open account answers for it.
 */
const PROGRAM_HAS_ACCESS = Prisma.sql`
  CASE WHEN l.user_id IS NOT NULL THEN u.deactivated_at IS NULL AND u.email = l.email AND EXISTS (
      SELECT 1 FROM team t JOIN membership m ON m.team_id = t.id WHERE t.program_id = r.program_id AND m.user_id = l.user_id)
    ELSE p.referral_email = l.email AND NOT ${HAS_OPEN_CLAIMER} END`;

/** Notes that a fresh link was asked for in place of this one. */
export async function markReissued(tx: Tx, linkId: string, at: Date): Promise<void> {
  await tx.statusLink.update({ where: { id: linkId }, data: { reissuedAt: at } });
}
