import type { Actor } from '../domain/actor.ts';
import { closesLoop, STATUSES } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import type { FormPress } from '../db/idempotency.store.ts';
import { HELPING_SIDES, type HelpedSeeker } from '../people/seeker.store.ts';
import { visibleTo } from './visible-referrals.store.ts';

/** A referral of somebody to the same Program that is still open, as far as the actor sees it. */
export interface OpenReferral {
  id: string;
  seekerId: string;
  madeById: string | null;
  makerName: string;
  createdAt: Date;
}

/** What to tell somebody before they send (R23): whom they may have connected before, and what is open to this Program. */
export interface ConnectWarning {
  people: { seeker: HelpedSeeker; open: OpenReferral | null }[];
}

/** The newest open referral of each of these Seekers to a Program, of those the actor helps on (R13, R23). */
export async function openReferralsTo(
  db: Reader,
  actor: Actor,
  programId: string,
  seekerIds: readonly string[],
): Promise<Map<string, OpenReferral>> {
  if (seekerIds.length === 0) return new Map();
  const open = STATUSES.filter((status) => !closesLoop(status));
  const rows = await db.$queryRaw<OpenReferral[]>`
    SELECT DISTINCT ON (r.seeker_id) r.id, r.seeker_id AS "seekerId", r.made_by_id AS "madeById", r.maker_name AS "makerName",
      r.created_at AS "createdAt"
    FROM referral r WHERE r.seeker_id = ANY(${[...seekerIds]}::uuid[]) AND r.program_id = ${programId}::uuid
      AND r.status = ANY(${open}::"ReferralStatus"[]) AND ${visibleTo(actor, HELPING_SIDES)}
    ORDER BY r.seeker_id, r.created_at DESC, r.id DESC`;
  return new Map(rows.map((row) => [row.seekerId, row]));
}

/** Whether this press of this form was taken before: then nothing is asked again. */
export async function wasPressed(db: Reader, { actor, key }: FormPress): Promise<boolean> {
  return (await db.idempotencyKey.count({ where: { actor, key } })) > 0;
}
