import type { Tx } from '../db/client.ts';
import { newId } from '../db/new-id.ts';

/**
 * Puts somebody among the Program's Claimers, making its one Team with the first of them. Whoever comes to a Team without an
 * admin becomes its Program Admin (R27). The Team's row is locked, so that of two at once only one is the first.
 */
export async function becomeClaimer(tx: Tx, programId: string, userId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO team (id, name, program_id) SELECT ${newId()}::uuid, p.name, p.id FROM program p WHERE p.id = ${programId}::uuid
    ON CONFLICT (program_id) DO NOTHING`;
  const [team] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM team WHERE program_id = ${programId}::uuid FOR UPDATE`;
  if (!team) throw new Error('A Program without a Team');
  const admins = await tx.membership.count({ where: { teamId: team.id, role: 'admin', user: { deactivatedAt: null } } });
  const role = admins === 0 ? ('admin' as const) : ('member' as const);
  await tx.membership.createMany({ data: [{ teamId: team.id, userId, role, joinedAt: at }], skipDuplicates: true });
}
