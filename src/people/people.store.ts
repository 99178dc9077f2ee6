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
  lastActivity: Date;
}

/** A place in the list: the last activity of a row, and whose row it is. */
export interface PersonPlace {
  at: Date;
  seekerId: string;
}

export interface PeoplePage {
  older: PersonPlace | null;
  newer: PersonPlace | null;
  limit: number;
}

/**
 * The people somebody helps, those their Teams share with them and those referred to their Programs, newest activity first
 * (R16). Everything in a row comes from referrals the actor sees: another's would show through a count or a date (R13).
 */
export async function peopleOf(db: Reader, actor: Actor, page: PeoplePage): Promise<PersonRow[]> {
  return db.$queryRaw<PersonRow[]>`
    WITH people AS (${people(actor)}), shown AS (
      SELECT * FROM people ${placeOf(page)} LIMIT ${page.limit})
    SELECT n.seeker_id AS "seekerId", CASE WHEN n.helped THEN k.first_name ELSE n.shared_first_name END AS "firstName",
      CASE WHEN n.helped THEN k.last_name ELSE n.shared_last_name END AS "lastName",
      n.in_progress AS "inProgress", n.needs_action AS "needsAction", n.closed, n.last_activity AS "lastActivity"
    FROM shown n JOIN seeker k ON k.id = n.seeker_id ORDER BY n.last_activity DESC, n.seeker_id DESC`;
}

export async function countPeople(db: Reader, actor: Actor): Promise<number> {
  const rows = await db.$queryRaw<[{ total: number }]>`SELECT count(DISTINCT m.seeker_id)::int AS total FROM (${mine(actor)}) m`;
  return rows[0].total;
}

function people(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT m.seeker_id, bool_or(m.helped) AS helped, max(m.at) AS last_activity,
      (array_agg(m.shared_first_name ORDER BY m.created_at DESC))[1] AS shared_first_name,
      (array_agg(m.shared_last_name ORDER BY m.created_at DESC))[1] AS shared_last_name,
      count(*) FILTER (WHERE ${isOneOf(statusesIn('progress'))})::int AS in_progress,
      count(*) FILTER (WHERE ${isOneOf(statusesIn('action').filter((status) => !closesLoop(status)))})::int AS needs_action,
      count(*) FILTER (WHERE ${isOneOf(STATUSES.filter(closesLoop))})::int AS closed
    FROM (${mine(actor)}) m GROUP BY m.seeker_id`;
}

function isOneOf(statuses: readonly Status[]): Prisma.Sql {
  return Prisma.sql`m.status = ANY(${[...statuses]}::"ReferralStatus"[])`;
}

/** Referrals seen, and Seekers made, each as one line. */
function mine(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT r.seeker_id, r.status, r.created_at, GREATEST(r.status_changed_at, r.seen_at) AS at, r.shared_first_name, r.shared_last_name,
      ${visibleTo(actor, HELPING_SIDES)} AS helped
    FROM referral r WHERE ${visibleTo(actor, PROFILE_SIDES)}
    UNION ALL SELECT s.id, NULL, s.created_at, s.created_at, s.first_name, s.last_name, TRUE
    FROM seeker s WHERE s.made_by_id = ${isUser(actor) ? actor.userId : null}::uuid`;
}

function placeOf({ older, newer }: PeoplePage): Prisma.Sql {
  if (newer) {
    return Prisma.sql`WHERE (last_activity, seeker_id) > (${newer.at}, ${newer.seekerId}::uuid) ORDER BY last_activity, seeker_id`;
  }
  const after = older ? Prisma.sql`WHERE (last_activity, seeker_id) < (${older.at}, ${older.seekerId}::uuid)` : Prisma.empty;
  return Prisma.sql`${after} ORDER BY last_activity DESC, seeker_id DESC`;
}
