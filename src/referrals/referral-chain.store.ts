import type { Actor } from '../domain/actor.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { visibleTo } from './visible-referrals.store.ts';
import type { Withdrawal } from './withdrawal.store.ts';
import { WITHDRAWAL } from './withdrawal.store.ts';

/** A referral that this one continues, or that continues it. */
export interface ChainLink {
  id: string;
  /** True for one that takes this one further. */
  onward: boolean;
  programName: string;
  status: Status;
  seen: boolean;
  withdrawal: Withdrawal | null;
  madeById: string | null;
  createdAt: Date;
}

/** What comes before and after a referral, as far as the reader sees that too: of any other not even that there is one (R13). */
export async function chainOf(db: Reader, actor: Actor, referralId: string): Promise<ChainLink[]> {
  return db.$queryRaw<ChainLink[]>`
    SELECT r.id, r.forwarded_from_id IS NOT DISTINCT FROM ${referralId}::uuid AS onward, p.name AS "programName", r.status::text AS status,
      r.seen_at IS NOT NULL AS seen, ${WITHDRAWAL}, r.made_by_id AS "madeById", r.created_at AS "createdAt"
    FROM referral r JOIN program p ON p.id = r.program_id
    WHERE (r.forwarded_from_id = ${referralId}::uuid OR r.id = (SELECT f.forwarded_from_id FROM referral f WHERE f.id = ${referralId}::uuid))
      AND ${visibleTo(actor)}
    ORDER BY r.created_at, r.id`;
}
