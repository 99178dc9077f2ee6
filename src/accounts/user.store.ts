import type { SiteAdministration, TeamMembership, UserActor } from '../domain/actor.ts';
import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/** An account as each request finds it: who it is now, and the epoch its sessions must have (S-13, S-14). */
export interface Account {
  actor: UserActor;
  sessionEpoch: number;
}

/** A row of OPEN_ACCOUNT. */
export interface AccountRow {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  emailVerified: boolean;
  isSeeker: boolean;
  isOperator: boolean;
  language: string;
  timeZone: string | null;
  sessionEpoch: number;
  memberships: (Omit<TeamMembership, 'joinedAt'> & { joinedAt: string })[];
  adminOf: (Omit<SiteAdministration, 'joinedAt'> & { joinedAt: string })[];
}

/** Everything about an account that is not deactivated (S-14), as a query on `u` that lacks which one: `AND u.id = …`. */
export const OPEN_ACCOUNT = Prisma.sql`
  SELECT u.id AS "userId", u.first_name AS "firstName", u.last_name AS "lastName", u.email::text AS email,
  u.email_verified_at IS NOT NULL AS "emailVerified",
  u.email_verified_at IS NOT NULL AND EXISTS (SELECT 1 FROM seeker k WHERE k.user_id = u.id) AS "isSeeker",
  u.operator AS "isOperator", u.language, u.time_zone AS "timeZone", u.session_epoch AS "sessionEpoch",
  COALESCE((
    SELECT json_agg(json_build_object('teamId', t.id, 'teamName', t.name, 'programId', t.program_id, 'siteId', t.site_id,
      'organization', COALESCE(s.name, p.name), 'role', m.role, 'teamNavigation', t.team_navigation, 'joinedAt', m.joined_at)
      ORDER BY m.joined_at, m.id)
    FROM membership m JOIN team t ON t.id = m.team_id LEFT JOIN site s ON s.id = t.site_id LEFT JOIN program p ON p.id = t.program_id
    WHERE m.user_id = u.id), '[]') AS memberships,
  COALESCE((
    SELECT json_agg(json_build_object('siteId', s.id, 'organization', s.name, 'joinedAt', a.joined_at) ORDER BY a.joined_at, s.id)
    FROM site_admin a JOIN site s ON s.id = a.site_id WHERE a.user_id = u.id), '[]') AS "adminOf"
  FROM user_account u WHERE u.deactivated_at IS NULL`;

/** One account by one query; null when there is none, or it is deactivated. */
export async function loadAccount(db: Reader, userId: string): Promise<Account | null> {
  const rows = await db.$queryRaw<AccountRow[]>`${OPEN_ACCOUNT} AND u.id = ${userId}::uuid`;
  return rows[0] ? toAccount(rows[0]) : null;
}

/** The account as an actor, or null when it is gone or deactivated. */
export async function loadUserActor(db: Reader, userId: string): Promise<UserActor | null> {
  return (await loadAccount(db, userId))?.actor ?? null;
}

export function toAccount({ sessionEpoch, memberships, adminOf, ...person }: AccountRow): Account {
  const actor: UserActor = { kind: 'user', ...person, memberships: memberships.map(withDate), adminOf: adminOf.map(withDate) };
  return { actor, sessionEpoch };
}

function withDate<T extends { joinedAt: string }>(row: T): Omit<T, 'joinedAt'> & { joinedAt: Date } {
  return { ...row, joinedAt: new Date(row.joinedAt) };
}

export interface Credentials {
  userId: string;
  passwordHash: string | null;
  language: string;
  confirmed: boolean;
  deactivated: boolean;
}

/** What signing in needs to know about an address. */
export async function findCredentials(db: Reader, email: string): Promise<Credentials | null> {
  const select = { id: true, passwordHash: true, language: true, emailVerifiedAt: true, deactivatedAt: true } as const;
  const user = await db.user.findUnique({ where: { email }, select });
  if (!user) return null;
  const { id, emailVerifiedAt, deactivatedAt, ...rest } = user;
  return { userId: id, ...rest, confirmed: emailVerifiedAt !== null, deactivated: deactivatedAt !== null };
}

export async function findPasswordHash(db: Reader, userId: string): Promise<string | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
}

/** Keeps the same password under today's parameters (S-01). */
export async function replacePasswordHash(db: Reader, userId: string, from: string, to: string): Promise<void> {
  await db.user.updateMany({ where: { id: userId, passwordHash: from }, data: { passwordHash: to } });
}

/** Sets the address as confirmed; false when it was before. */
export async function markConfirmed(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const marked = await tx.user.updateMany({
    where: { id: userId, emailVerifiedAt: null, deactivatedAt: null },
    data: { emailVerifiedAt: at },
  });
  return marked.count === 1;
}

/** The name somebody goes by from now on; history keeps what it was (R7). */
export async function renameUser(tx: Tx, userId: string, name: { firstName: string; lastName: string }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: name });
}

export async function setLanguage(db: Reader, userId: string, language: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { language } });
}
