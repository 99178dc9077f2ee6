import type { Side } from '../domain/visibility.ts';
import { isReferringSide } from '../domain/referral-policy.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { EventKind } from '../db/generated/enums.ts';
import type { Via } from './status-change.store.ts';

export interface HistoryEvent {
  id: string;
  kind: EventKind;
  fromStatus: Status | null;
  toStatus: Status | null;
  reason: string | null;
  via: Via;
  version: number | null;
  actorUserId: string | null;
  actorName: string;
  actorOrganization: string | null;
  createdAt: Date;
}

/** A referral already found for somebody, through the one door. */
export interface FoundReferral {
  id: string;
  sides: readonly Side[];
}

const GOAL_EVENTS: EventKind[] = ['goal_added', 'goal_moved', 'goal_removed'];

/** The history of a referral, newest first, as far as these sides may read it: goals belong to the referring side (R6, R11). */
export async function historyOf(db: Reader, referral: FoundReferral, limit: number): Promise<HistoryEvent[]> {
  const hidden = isReferringSide(referral.sides) ? Prisma.sql`` : Prisma.sql`AND e.kind::text <> ALL(${GOAL_EVENTS})`;
  return db.$queryRaw<HistoryEvent[]>`
    SELECT e.id, e.kind::text AS kind, e.from_status::text AS "fromStatus", e.to_status::text AS "toStatus", e.reason, e.via::text AS via,
           e.version, e.actor_user_id AS "actorUserId", e.actor_name AS "actorName", e.actor_organization AS "actorOrganization",
           e.created_at AS "createdAt"
    FROM referral_event e WHERE e.referral_id = ${referral.id}::uuid ${hidden}
    ORDER BY e.sequence DESC LIMIT ${limit}`;
}

/** Who did a step of the loop, as history keeps it. */
export interface Milestone {
  step: 'sent' | 'seen' | 'acted' | 'latest';
  reason: string | null;
  via: Via;
  actorName: string;
  actorOrganization: string | null;
  createdAt: Date;
}

/** The entries behind the steps of the loop: sent, first seen, first change, and the latest change. */
export async function milestonesOf(db: Reader, referral: FoundReferral): Promise<Milestone[]> {
  return db.$queryRaw<Milestone[]>`
    WITH e AS (SELECT * FROM referral_event WHERE referral_id = ${referral.id}::uuid AND kind IN ('created', 'seen', 'status_changed'))
    SELECT DISTINCT ON (m.step) m.step, e.reason, e.via::text AS via, e.actor_name AS "actorName",
      e.actor_organization AS "actorOrganization", e.created_at AS "createdAt"
    FROM e CROSS JOIN LATERAL (VALUES
      (CASE e.kind WHEN 'created' THEN 'sent' WHEN 'seen' THEN 'seen' ELSE 'acted' END, e.sequence),
      (CASE e.kind WHEN 'status_changed' THEN 'latest' END, -e.sequence)) AS m (step, place)
    WHERE m.step IS NOT NULL ORDER BY m.step, m.place`;
}

/** The status move that led to this version of a referral; null when there was none. */
export async function moveTo(db: Reader, referral: FoundReferral, version: number): Promise<StatusMoved | null> {
  const event = await db.referralEvent.findFirst({ where: { referralId: referral.id, kind: 'status_changed', version } });
  if (!event?.fromStatus || !event.toStatus) return null;
  const { fromStatus: from, toStatus: to, via, actorUserId, actorName, createdAt } = event;
  return { from, to, via, actorUserId, actorName, at: createdAt };
}

export interface StatusMoved {
  from: Status;
  to: Status;
  via: Via;
  actorUserId: string | null;
  actorName: string;
  at: Date;
}
