import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

export interface Worker {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  isAdmin: boolean;
  deactivatedAt: Date | null;
  /** Then the Site cannot open the account again. */
  closedByOperator: boolean;
  groups: { teamId: string; name: string; manages: boolean }[];
}

function workers(siteId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id AS "userId", u.first_name AS "firstName", u.last_name AS "lastName", u.email::text AS email,
      u.deactivated_at AS "deactivatedAt", u.closed_by_operator AS "closedByOperator",
      EXISTS (SELECT 1 FROM site_admin a WHERE a.site_id = ${siteId}::uuid AND a.user_id = u.id) AS "isAdmin",
      COALESCE((SELECT json_agg(json_build_object('teamId', t.id, 'name', t.name, 'manages', m.role = 'admin') ORDER BY lower(t.name))
        FROM membership m JOIN team t ON t.id = m.team_id WHERE m.user_id = u.id AND t.site_id = ${siteId}::uuid), '[]') AS groups
    FROM user_account u`;
}

/** Everybody of a Site: the members of its Groups and its admins, by name; who is deactivated comes last. */
export async function workersOf(db: Reader, siteId: string): Promise<Worker[]> {
  return db.$queryRaw<Worker[]>`
    ${workers(siteId)} WHERE u.id IN (SELECT m.user_id FROM membership m JOIN team t ON t.id = m.team_id WHERE t.site_id = ${siteId}::uuid
      UNION SELECT a.user_id FROM site_admin a WHERE a.site_id = ${siteId}::uuid)
    ORDER BY u.deactivated_at IS NOT NULL, lower(u.first_name), lower(u.last_name), u.id`;
}

export async function findWorker(db: Reader, siteId: string, userId: string): Promise<Worker | null> {
  const rows = await db.$queryRaw<Worker[]>`
    ${workers(siteId)} WHERE u.id = ${userId}::uuid AND (
      EXISTS (SELECT 1 FROM site_admin a WHERE a.site_id = ${siteId}::uuid AND a.user_id = u.id)
      OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id WHERE m.user_id = u.id AND t.site_id = ${siteId}::uuid))`;
  return rows[0] ?? null;
}

/** Whether somebody is of the Site and their account is open. */
export async function isWorker(db: Reader, siteId: string, userId: string): Promise<boolean> {
  const worker = await findWorker(db, siteId, userId);
  return worker !== null && worker.deactivatedAt === null;
}

export interface Group {
  teamId: string;
  name: string;
  teamNavigation: boolean;
  members: number;
}

export async function groupsOf(db: Reader, siteId: string): Promise<Group[]> {
  return db.$queryRaw<Group[]>`
    SELECT t.id AS "teamId", t.name, t.team_navigation AS "teamNavigation",
      (SELECT count(*)::int FROM membership m JOIN user_account u ON u.id = m.user_id AND u.deactivated_at IS NULL
        WHERE m.team_id = t.id) AS members
    FROM team t WHERE t.site_id = ${siteId}::uuid ORDER BY lower(t.name), t.id`;
}

/** The Site's name; nobody else changes its people through the settings until the transaction ends. */
export async function lockSite(tx: Tx, siteId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM site WHERE id = ${siteId}::uuid FOR UPDATE`;
  return rows[0]?.name ?? null;
}

/** Whether the Site would still have an admin who can sign in. */
export async function hasOtherSiteAdmin(tx: Tx, siteId: string, userId: string): Promise<boolean> {
  return (await tx.siteAdmin.count({ where: { siteId, userId: { not: userId }, user: { deactivatedAt: null } } })) > 0;
}

/** The Site of this name, made if there is none; nobody else makes it at the same moment. */
export async function siteNamed(tx: Tx, name: string, at: Date): Promise<{ siteId: string; made: boolean }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('site names'))`;
  // Prisma's `insensitive` is ILIKE: then "A_B" would be "A B", and its people another Site's.
  const [found] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM site WHERE lower(name) = lower(${name}) ORDER BY id LIMIT 1`;
  if (found) return { siteId: found.id, made: false };
  const { id } = await tx.site.create({ data: { name, createdAt: at }, select: { id: true } });
  return { siteId: id, made: true };
}

export async function becomeSiteAdmin(tx: Tx, siteId: string, userId: string, at: Date): Promise<void> {
  await tx.siteAdmin.createMany({ data: [{ siteId, userId, joinedAt: at }], skipDuplicates: true });
}

export async function dropSiteAdmin(tx: Tx, siteId: string, userId: string): Promise<boolean> {
  return (await tx.siteAdmin.deleteMany({ where: { siteId, userId } })).count > 0;
}
