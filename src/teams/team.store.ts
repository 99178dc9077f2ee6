import type { TeamPlace } from '../domain/team-policy.ts';
import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/** A Group of a Site, or the Claimers of a Program. */
export interface Team extends TeamPlace {
  name: string;
  /** The Site's name for a Group, the Program's for its Claimers. */
  organization: string;
  teamNavigation: boolean;
  /** Guards name and switch against two people changing them at once. */
  version: number;
}

const TEAM = Prisma.sql`
  SELECT t.id AS "teamId", t.site_id AS "siteId", t.program_id AS "programId", t.name, COALESCE(s.name, p.name) AS organization,
    t.team_navigation AS "teamNavigation", t.version
  FROM team t LEFT JOIN site s ON s.id = t.site_id LEFT JOIN program p ON p.id = t.program_id`;

export async function findTeam(db: Reader, teamId: string): Promise<Team | null> {
  const rows = await db.$queryRaw<Team[]>`${TEAM} WHERE t.id = ${teamId}::uuid`;
  return rows[0] ?? null;
}

/** The Team, and nobody else changes it or its members through the settings until the transaction ends. */
export async function lockTeam(tx: Tx, teamId: string): Promise<Team | null> {
  const rows = await tx.$queryRaw<Team[]>`${TEAM} WHERE t.id = ${teamId}::uuid FOR UPDATE OF t`;
  return rows[0] ?? null;
}

/** Changes name and switch if they are still as somebody saw them; false when they are not. */
export async function changeTeamRow(
  tx: Tx,
  teamId: string,
  { version, ...to }: Pick<Team, 'name' | 'teamNavigation' | 'version'>,
): Promise<boolean> {
  const { count } = await tx.team.updateMany({ where: { id: teamId, version }, data: { ...to, version: { increment: 1 } } });
  return count === 1;
}

/** Whether another Group of the Site goes by this name. Asked under the lock of the Site, or it may be so a moment later. */
export async function isGroupName(tx: Tx, siteId: string, name: string, besides: string | null): Promise<boolean> {
  // Prisma's `insensitive` is ILIKE: then "A_B" would be taken by "A B".
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM team WHERE site_id = ${siteId}::uuid AND lower(name) = lower(${name}) AND id IS DISTINCT FROM ${besides}::uuid LIMIT 1`;
  return rows.length > 0;
}

export async function createGroupRow(tx: Tx, siteId: string, name: string, at: Date): Promise<string> {
  const { id } = await tx.team.create({ data: { siteId, name, createdAt: at }, select: { id: true } });
  return id;
}
