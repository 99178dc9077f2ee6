import { isUser, type Actor } from '../domain/actor.ts';
import { closesLoop, STATUSES, statusesIn, type Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';
import { HELPING_SIDES, PROFILE_SIDES } from './seeker.store.ts';

/** One Seeker in the list, as far as the actor sees them. */
export interface PersonRow {
  seekerId: string;
  /** From the profile for those who help, from what the newest form shared for Claimers (R11). */
  firstName: string;
  lastName: string;
  /** Referrals the actor sees, by what is left to do. */
  inProgress: number;
  needsAction: number;
  closed: number;
  /** Put away by those who help; Claimers know nothing of it. */
  archived: boolean;
  lastActivity: Date;
}

/**
 * These Seekers as the list shows them, in that order, without those the actor does not see. Everything in a row comes from
 * referrals the actor sees: another's would show through a count or a date (R13).
 */
export async function personRows(db: Reader, actor: Actor, seekerIds: readonly string[]): Promise<PersonRow[]> {
  if (seekerIds.length === 0) return [];
  const rows = await db.$queryRaw<PersonRow[]>`
    SELECT n.seeker_id AS "seekerId", CASE WHEN n.helped THEN k.first_name ELSE n.shared_first_name END AS "firstName",
      CASE WHEN n.helped THEN k.last_name ELSE n.shared_last_name END AS "lastName", n.helped AND k.archived_at IS NOT NULL AS archived,
      n.in_progress AS "inProgress", n.needs_action AS "needsAction", n.closed, n.last_activity AS "lastActivity"
    FROM (${people(actor, [...seekerIds])}) n JOIN seeker k ON k.id = n.seeker_id`;
  const byId = new Map(rows.map((row) => [row.seekerId, row]));
  return seekerIds.flatMap((id) => byId.get(id) ?? []);
}

function people(actor: Actor, ids: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT m.seeker_id, bool_or(m.helped) AS helped, max(m.at) AS last_activity,
      (array_agg(m.shared_first_name ORDER BY m.created_at DESC, m.id DESC))[1] AS shared_first_name,
      (array_agg(m.shared_last_name ORDER BY m.created_at DESC, m.id DESC))[1] AS shared_last_name,
      count(*) FILTER (WHERE ${isOneOf(statusesIn('progress'))})::int AS in_progress,
      count(*) FILTER (WHERE ${isOneOf(statusesIn('action').filter((status) => !closesLoop(status)))})::int AS needs_action,
      count(*) FILTER (WHERE ${isOneOf(STATUSES.filter(closesLoop))})::int AS closed
    FROM (${mine(actor, ids)}) m GROUP BY m.seeker_id`;
}

function isOneOf(statuses: readonly Status[]): Prisma.Sql {
  return Prisma.sql`m.status = ANY(${[...statuses]}::"ReferralStatus"[])`;
}

/** Referrals seen, and Seekers made, each as one line. */
function mine(actor: Actor, ids: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT r.seeker_id, r.id, r.status, r.created_at, GREATEST(r.status_changed_at, r.seen_at) AS at, r.shared_first_name, r.shared_last_name,
      ${visibleTo(actor, HELPING_SIDES)} AS helped
    FROM referral r WHERE r.seeker_id = ANY(${ids}::uuid[]) AND ${visibleTo(actor, PROFILE_SIDES)}
    UNION ALL SELECT k.id, k.id, NULL, k.created_at, k.created_at, k.first_name, k.last_name, TRUE
    FROM seeker k WHERE k.id = ANY(${ids}::uuid[]) AND k.made_by_id = ${isUser(actor) ? actor.userId : null}::uuid`;
}
