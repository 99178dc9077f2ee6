import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

export type TeamRole = 'member' | 'admin';

export interface TeamMember {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  role: TeamRole;
  joinedAt: Date;
  deactivated: boolean;
}

const MEMBER = Prisma.sql`
  SELECT u.id AS "userId", u.first_name AS "firstName", u.last_name AS "lastName", u.email::text AS email, m.role::text AS role,
    m.joined_at AS "joinedAt", u.deactivated_at IS NOT NULL AS deactivated
  FROM membership m JOIN user_account u ON u.id = m.user_id`;

/** Everybody in the Team, managers first, then by name. */
export async function membersOf(db: Reader, teamId: string): Promise<TeamMember[]> {
  return db.$queryRaw<TeamMember[]>`
    ${MEMBER} WHERE m.team_id = ${teamId}::uuid
    ORDER BY m.role = 'admin' DESC, lower(u.first_name), lower(u.last_name), u.id`;
}

export async function findMember(db: Reader, teamId: string, userId: string): Promise<TeamMember | null> {
  const rows = await db.$queryRaw<TeamMember[]>`${MEMBER} WHERE m.team_id = ${teamId}::uuid AND m.user_id = ${userId}::uuid`;
  return rows[0] ?? null;
}

/** Puts somebody into the Team; who is in it already keeps their role unless the new one is more. */
export async function join(tx: Tx, teamId: string, userId: string, role: TeamRole, at: Date): Promise<void> {
  await tx.membership.createMany({ data: [{ teamId, userId, role, joinedAt: at }], skipDuplicates: true });
  if (role === 'admin') await setRole(tx, teamId, userId, role);
}

export async function setRole(tx: Tx, teamId: string, userId: string, role: TeamRole): Promise<void> {
  await tx.membership.updateMany({ where: { teamId, userId }, data: { role } });
}

/** Takes somebody out of the Team; false when they were not in it. */
export async function leave(tx: Tx, teamId: string, userId: string): Promise<boolean> {
  return (await tx.membership.deleteMany({ where: { teamId, userId } })).count > 0;
}

/** Whether somebody else could look after the Team. */
export async function hasOtherAdmin(tx: Tx, teamId: string, userId: string): Promise<boolean> {
  const where = { teamId, role: 'admin', userId: { not: userId }, user: { deactivatedAt: null } } as const;
  return (await tx.membership.count({ where })) > 0;
}
