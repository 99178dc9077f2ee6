import type { Actor } from '../domain/actor.ts';
import { sidesOf, type ReferralAudience, type Side } from '../domain/visibility.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { HELPING_SIDES } from '../people/seeker.store.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';

/** A referral and the Goal it is filed under, as the referring side sees it. */
export interface FiledReferral {
  id: string;
  goalId: string | null;
  programName: string;
  status: Status;
  seen: boolean;
  comment: string;
  createdAt: Date;
}

/** The Seeker's referrals that the actor sees from the referring side, newest first (R8, R9). */
export async function filedReferrals(db: Reader, actor: Actor, seekerId: string): Promise<FiledReferral[]> {
  return filed(db, actor, Prisma.sql`r.seeker_id = ${seekerId}::uuid`);
}

/** Those of them that are filed under one Goal (R24). */
export async function referralsUnder(db: Reader, actor: Actor, goal: { id: string; seekerId: string }): Promise<FiledReferral[]> {
  return filed(db, actor, Prisma.sql`r.seeker_id = ${goal.seekerId}::uuid AND r.goal_id = ${goal.id}::uuid`);
}

function filed(db: Reader, actor: Actor, which: Prisma.Sql): Promise<FiledReferral[]> {
  return db.$queryRaw<FiledReferral[]>`
    SELECT r.id, r.goal_id AS "goalId", p.name AS "programName", r.status::text AS status, r.seen_at IS NOT NULL AS seen, r.comment,
      r.created_at AS "createdAt"
    FROM referral r JOIN program p ON p.id = r.program_id WHERE ${which} AND ${visibleTo(actor, HELPING_SIDES)}
    ORDER BY r.created_at DESC, r.id DESC`;
}

/** Where one referral is filed; for one that was found for the actor. */
export async function goalIdOf(db: Reader, actor: Actor, referralId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ goalId: string | null }[]>`
    SELECT r.goal_id AS "goalId" FROM referral r WHERE r.id = ${referralId}::uuid AND ${visibleTo(actor, HELPING_SIDES)}`;
  return rows[0]?.goalId ?? null;
}

export interface ReferralToFile {
  id: string;
  seekerId: string;
  goalId: string | null;
  sides: Side[];
}

/** The referral, held until the transaction ends: two who file it at once do so one after the other. */
export async function holdReferral(tx: Tx, actor: Actor, referralId: string): Promise<ReferralToFile | null> {
  const rows = await tx.$queryRaw<(ReferralAudience & Omit<ReferralToFile, 'sides'>)[]>`
    SELECT r.id, r.seeker_id AS "seekerId", r.goal_id AS "goalId", r.made_by_id AS "madeById", r.program_id AS "programId",
      (SELECT k.user_id FROM seeker k WHERE k.id = r.seeker_id) AS "seekerUserId",
      ARRAY(SELECT rs.team_id FROM referral_share rs WHERE rs.referral_id = r.id) AS "teamIds"
    FROM referral r WHERE r.id = ${referralId}::uuid AND ${visibleTo(actor)} FOR NO KEY UPDATE OF r`;
  const row = rows[0];
  return row ? { id: row.id, seekerId: row.seekerId, goalId: row.goalId, sides: sidesOf(actor, row) } : null;
}

export async function fileReferral(tx: Tx, referralId: string, goalId: string | null): Promise<void> {
  await tx.referral.update({ where: { id: referralId }, data: { goalId }, select: { id: true } });
}
