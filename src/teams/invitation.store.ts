import type { InvitationFacts } from '../domain/invitation.ts';
import type { TeamPlace } from '../domain/team-policy.ts';
import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import type { TeamRole } from './membership.store.ts';

/** What somebody is asked to join: a Team, or the admins of a Site. */
export interface InvitationPlace extends Omit<TeamPlace, 'teamId'> {
  /** Null for a Site's admins. */
  teamId: string | null;
}

export interface Invitation extends InvitationPlace, InvitationFacts {
  id: string;
  email: string;
  role: TeamRole;
  sentAt: Date;
  invitedByName: string;
  /** The Group's name; null for a Program and for a Site's admins. */
  groupName: string | null;
  /** The Site's or the Program's. */
  organization: string;
  /** What its members send is shared with it at present (R9). */
  teamNavigation: boolean;
  /** Why the newest mail with it did not get there; null when it did, or may yet. */
  failure: string | null;
}

const INVITATION = Prisma.sql`
  SELECT i.id, i.email::text AS email, i.role::text AS role, i.sent_at AS "sentAt", i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt",
    i.revoked_at AS "revokedAt", i.invited_by_name AS "invitedByName", i.team_id AS "teamId", COALESCE(i.site_id, t.site_id) AS "siteId",
    t.program_id AS "programId", CASE WHEN t.site_id IS NOT NULL THEN t.name END AS "groupName", COALESCE(s.name, p.name) AS organization,
    COALESCE(t.team_navigation, FALSE) AS "teamNavigation",
    EXISTS (SELECT 1 FROM user_account b WHERE b.id = i.invited_by_id AND b.deactivated_at IS NULL AND (
      EXISTS (SELECT 1 FROM site_admin a WHERE a.user_id = b.id AND a.site_id = COALESCE(i.site_id, t.site_id))
      OR EXISTS (SELECT 1 FROM membership m WHERE m.user_id = b.id AND m.team_id = i.team_id AND m.role = 'admin'))) AS "senderMayInvite",
    (SELECT CASE WHEN e.state = 'failed' THEN e.last_error END FROM email e WHERE e.subject_id = i.id AND e.kind = 'invitation'
      ORDER BY e.id DESC LIMIT 1) AS failure
  FROM invitation i LEFT JOIN team t ON t.id = i.team_id LEFT JOIN site s ON s.id = COALESCE(i.site_id, t.site_id)
  LEFT JOIN program p ON p.id = t.program_id`;
const WAITING = Prisma.sql`i.accepted_at IS NULL AND i.revoked_at IS NULL`;

export async function findInvitation(db: Reader, id: string): Promise<Invitation | null> {
  const rows = await db.$queryRaw<Invitation[]>`${INVITATION} WHERE i.id = ${id}::uuid`;
  return rows[0] ?? null;
}

export async function findInvitationByToken(db: Reader, token: string): Promise<Invitation | null> {
  const rows = await db.$queryRaw<Invitation[]>`${INVITATION} WHERE i.token_hash = ${hashOfToken(token)}`;
  return rows[0] ?? null;
}

/** The invitations to a Team that nobody has answered, expired ones too; oldest first. */
export async function invitationsToTeam(db: Reader, teamId: string): Promise<Invitation[]> {
  return db.$queryRaw<Invitation[]>`${INVITATION} WHERE i.team_id = ${teamId}::uuid AND ${WAITING} ORDER BY i.sent_at, i.id`;
}

/** The same for everything of a Site: its admins and its Groups. */
export async function invitationsToSite(db: Reader, siteId: string): Promise<Invitation[]> {
  return db.$queryRaw<Invitation[]>`
    ${INVITATION} WHERE (i.site_id = ${siteId}::uuid OR i.team_id = ANY(ARRAY(SELECT g.id FROM team g WHERE g.site_id = ${siteId}::uuid)))
      AND ${WAITING} ORDER BY i.sent_at, i.id`;
}

/** The unanswered invitation of this address to this place. */
export async function waitingInvitation(db: Reader, { teamId, siteId }: InvitationPlace, email: string): Promise<Invitation | null> {
  const place = teamId === null ? Prisma.sql`i.site_id = ${siteId}::uuid` : Prisma.sql`i.team_id = ${teamId}::uuid`;
  const rows = await db.$queryRaw<Invitation[]>`${INVITATION} WHERE ${place} AND i.email = ${email}::citext AND ${WAITING}`;
  return rows[0] ?? null;
}

export interface NewInvitation {
  email: string;
  teamId: string | null;
  siteId: string | null;
  role: TeamRole;
  invitedById: string;
  invitedByName: string;
}

/** Of a token nobody has. */
const nobodysHash = (): Uint8Array<ArrayBuffer> => hashOfToken(newToken());

/** Writes an invitation that no link opens yet: its token is made with its mail. */
export async function createInvitation(tx: Tx, invitation: NewInvitation, sentAt: Date, expiresAt: Date): Promise<string> {
  const data = { ...invitation, tokenHash: nobodysHash(), sentAt, expiresAt, createdAt: sentAt };
  return (await tx.invitation.create({ data, select: { id: true } })).id;
}

const waiting = { acceptedAt: null, revokedAt: null };

/** Starts its days anew, on the word of whoever sends it now, and lets the old link die; false when it is answered or withdrawn. */
export async function renewInvitation(
  tx: Tx,
  id: string,
  by: Pick<NewInvitation, 'invitedById' | 'invitedByName'>,
  sentAt: Date,
  expiresAt: Date,
): Promise<boolean> {
  const data = { ...by, sentAt, expiresAt, tokenHash: nobodysHash() };
  return (await tx.invitation.updateMany({ where: { id, ...waiting }, data })).count === 1;
}

export async function withdrawInvitation(tx: Tx, id: string, at: Date): Promise<boolean> {
  return (await tx.invitation.updateMany({ where: { id, ...waiting }, data: { revokedAt: at } })).count === 1;
}

/** Takes the invitation, once, with the link of its newest mail alone. */
export async function takeInvitation(tx: Tx, id: string, token: string, at: Date): Promise<boolean> {
  const where = { id, tokenHash: hashOfToken(token), expiresAt: { gt: at }, ...waiting };
  return (await tx.invitation.updateMany({ where, data: { acceptedAt: at } })).count === 1;
}
