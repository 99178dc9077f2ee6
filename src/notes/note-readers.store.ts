import { shortName } from '../domain/display-name.ts';
import type { Reader } from '../db/client.ts';

/** As many are named as a sentence can bear. */
const NAMED = 3;

/** The Program's Claimers but for one, by their short names, those who joined first before the others; and how many more there are. */
export async function otherClaimers(db: Reader, programId: string, userId: string): Promise<{ names: string[]; more: number }> {
  const members = await db.membership.findMany({
    where: { team: { programId }, userId: { not: userId }, user: { deactivatedAt: null } },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
    select: { user: { select: { firstName: true, lastName: true } } },
  });
  const names = members.map(({ user }) => shortName(user.firstName, user.lastName));
  return { names: names.slice(0, NAMED), more: Math.max(0, names.length - NAMED) };
}
