import type { Reader } from '../db/client.ts';

/** The names of the Teams something was shared with, for those who see it. */
export async function teamNamesOf(db: Reader, teamIds: readonly string[]): Promise<string[]> {
  const teams = await db.team.findMany({ where: { id: { in: [...teamIds] } }, orderBy: { name: 'asc' }, select: { name: true } });
  return teams.map(({ name }) => name);
}
