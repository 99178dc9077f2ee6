import type { UserActor } from '../domain/actor.ts';
import type { Reader } from '../db/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';

/** What the header says beyond what the account itself tells. */
export interface ShellFacts {
  /** Inbound referrals nobody has updated, over all Programs the actor claims (R20). */
  notUpdated: number;
  madeReferrals: boolean;
  hasOwnReferrals: boolean;
}

export const noShellFacts: ShellFacts = { notUpdated: 0, madeReferrals: false, hasOwnReferrals: false };

/** One query for each page; each part is answered by an index. */
export async function shellFacts(db: Reader, actor: UserActor): Promise<ShellFacts> {
  const rows = await db.$queryRaw<ShellFacts[]>`
    SELECT (SELECT count(*)::int FROM referral r WHERE ${visibleTo(actor, ['program'])} AND r.status = 'not_updated') AS "notUpdated",
      EXISTS (SELECT 1 FROM referral r WHERE ${visibleTo(actor, ['maker'])}) AS "madeReferrals",
      EXISTS (SELECT 1 FROM referral r WHERE ${visibleTo(actor, ['seeker'])}) AS "hasOwnReferrals"`;
  return rows[0] ?? noShellFacts;
}
