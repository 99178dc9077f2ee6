import type { UserActor } from '../domain/actor.ts';
import { claimedProgramIds, isNavigator } from '../domain/membership.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { counted } from '../inbound/inbound.store.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';

/** What the header says beyond what the account itself tells. */
export interface ShellFacts {
  /** Inbound referrals nobody has updated, over all Programs the actor claims (R20); counted up to COUNT_LIMIT. */
  notUpdated: number;
  /** Asked only of somebody who is in no Team: the others have the area anyway. */
  madeReferrals: boolean;
}

export const noShellFacts: ShellFacts = { notUpdated: 0, madeReferrals: false };

/** One query at most for each page, of nothing but what the page does not know already; each part is answered by an index. */
export async function shellFacts(db: Reader, actor: UserActor, knownNotUpdated?: number): Promise<ShellFacts> {
  const counts = knownNotUpdated === undefined && claimedProgramIds(actor).length > 0;
  if (!counts && isNavigator(actor)) return { notUpdated: knownNotUpdated ?? 0, madeReferrals: false };
  const notUpdated = counted(Prisma.sql`${visibleTo(actor, ['program'])} AND r.status = 'not_updated'`);
  const made = Prisma.sql`EXISTS (SELECT 1 FROM referral r WHERE ${visibleTo(actor, ['maker'])})`;
  const rows = await db.$queryRaw<ShellFacts[]>`
    SELECT ${counts ? notUpdated : Prisma.sql`0`} AS "notUpdated", ${isNavigator(actor) ? Prisma.sql`FALSE` : made} AS "madeReferrals"`;
  return rows[0] ?? noShellFacts;
}
