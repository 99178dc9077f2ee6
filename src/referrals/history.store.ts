import type { Side } from '../domain/visibility.ts';
import { worksWithGoals } from '../domain/goal-policy.ts';
import { noteSidesOf } from '../domain/note-policy.ts';
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
  /** Of an entry about a Goal: which one. */
  goalId: string | null;
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
/** What such an entry keeps in place of a reason is the Goal's id; its name is read where its reader sees the Goal. */
const ABOUT_GOAL = Prisma.sql`e.kind IN ('goal_added', 'goal_moved', 'goal_removed')`;
const NOTE_EVENTS: EventKind[] = ['note_added', 'note_deleted'];

/** Goals belong to the referring side (R11), and notes to those who help, never to the Seeker (R12, R19). */
function hiddenFrom(sides: readonly Side[]): EventKind[] {
  return [...(worksWithGoals(sides) ? [] : GOAL_EVENTS), ...(noteSidesOf(sides).length > 0 ? [] : NOTE_EVENTS)];
}

/** The history of a referral, newest first, as far as these sides may read it (R6). */
export async function historyOf(db: Reader, referral: FoundReferral, limit: number): Promise<HistoryEvent[]> {
  return db.$queryRaw<HistoryEvent[]>`
    SELECT e.id, e.kind::text AS kind, e.from_status::text AS "fromStatus", e.to_status::text AS "toStatus",
           CASE WHEN ${ABOUT_GOAL} THEN NULL ELSE e.reason END AS reason, CASE WHEN ${ABOUT_GOAL} THEN e.reason END AS "goalId",
           e.via::text AS via, e.version, e.actor_user_id AS "actorUserId", e.actor_name AS "actorName", e.actor_organization AS "actorOrganization",
           e.created_at AS "createdAt"
    FROM referral_event e WHERE e.referral_id = ${referral.id}::uuid AND e.kind::text <> ALL(${hiddenFrom(referral.sides)})
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
