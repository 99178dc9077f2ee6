import type { Reader, Tx } from '../db/client.ts';

/** What else an account is for than one Site: then the Site can end its own part in it, and no more (ADR 0090). */
export interface Elsewhere {
  /** Names of other Sites and of Programs. */
  places: string[];
  isSeeker: boolean;
  isOperator: boolean;
}

export async function elsewhereOf(db: Reader, siteId: string, userId: string): Promise<Elsewhere> {
  const rows = await db.$queryRaw<Elsewhere[]>`
    SELECT u.operator AS "isOperator", EXISTS (SELECT 1 FROM seeker k WHERE k.user_id = u.id) AS "isSeeker",
      ARRAY(SELECT DISTINCT place FROM (
        SELECT COALESCE(s.name, p.name) AS place FROM membership m JOIN team t ON t.id = m.team_id
          LEFT JOIN site s ON s.id = t.site_id LEFT JOIN program p ON p.id = t.program_id
          WHERE m.user_id = u.id AND t.site_id IS DISTINCT FROM ${siteId}::uuid
        UNION ALL SELECT s.name FROM site_admin a JOIN site s ON s.id = a.site_id WHERE a.user_id = u.id AND a.site_id <> ${siteId}::uuid
      ) others ORDER BY place) AS places
    FROM user_account u WHERE u.id = ${userId}::uuid`;
  return rows[0] ?? { places: [], isSeeker: false, isOperator: false };
}

/** Closes the account; false when it was closed before. */
export async function closeAccount(tx: Tx, userId: string, at: Date): Promise<boolean> {
  return (await tx.user.updateMany({ where: { id: userId, deactivatedAt: null }, data: { deactivatedAt: at } })).count === 1;
}

/** Opens what a Site had closed; what an operator closed stays so. False when there was nothing to open. */
export async function openAccountAgain(tx: Tx, userId: string): Promise<boolean> {
  const where = { id: userId, deactivatedAt: { not: null }, closedByOperator: false };
  return (await tx.user.updateMany({ where, data: { deactivatedAt: null } })).count === 1;
}

/** Takes somebody out of everything of the Site. */
export async function leaveSite(tx: Tx, siteId: string, userId: string): Promise<void> {
  await tx.membership.deleteMany({ where: { userId, team: { siteId } } });
  await tx.siteAdmin.deleteMany({ where: { userId, siteId } });
}

/** What was asked of this address by the Site is asked no more. */
export async function withdrawInvitationsOf(tx: Tx, siteId: string, userId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE invitation i SET revoked_at = ${at} FROM user_account u
    WHERE u.id = ${userId}::uuid AND i.email = u.email AND i.accepted_at IS NULL AND i.revoked_at IS NULL
      AND (i.site_id = ${siteId}::uuid OR i.team_id IN (SELECT t.id FROM team t WHERE t.site_id = ${siteId}::uuid))`;
}
