import { isUser, type Actor } from '../domain/actor.ts';
import type { PersonSearch } from '../domain/person-search.ts';
import { closesLoop, STATUSES, statusesIn, type Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';
import { matches, type PersonColumns } from './person-match.store.ts';
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
  search: PersonSearch | null;
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
    WITH people AS (${people(actor, page.search)}), shown AS (
      SELECT * FROM people ${placeOf(page)} LIMIT ${page.limit})
    SELECT n.seeker_id AS "seekerId", CASE WHEN n.helped THEN k.first_name ELSE n.shared_first_name END AS "firstName",
      CASE WHEN n.helped THEN k.last_name ELSE n.shared_last_name END AS "lastName",
      n.in_progress AS "inProgress", n.needs_action AS "needsAction", n.closed, n.last_activity AS "lastActivity"
    FROM shown n JOIN seeker k ON k.id = n.seeker_id ORDER BY n.last_activity DESC, n.seeker_id DESC`;
}

export async function countPeople(db: Reader, actor: Actor, search: PersonSearch | null): Promise<number> {
  const rows = await db.$queryRaw<[{ total: number }]>`
    SELECT count(DISTINCT m.seeker_id)::int AS total FROM (${mine(actor, search)}) m WHERE m.found`;
  return rows[0].total;
}

function people(actor: Actor, search: PersonSearch | null): Prisma.Sql {
  return Prisma.sql`
    SELECT m.seeker_id, bool_or(m.helped) AS helped, max(m.at) AS last_activity,
      (array_agg(m.shared_first_name ORDER BY m.created_at DESC))[1] AS shared_first_name,
      (array_agg(m.shared_last_name ORDER BY m.created_at DESC))[1] AS shared_last_name,
      count(*) FILTER (WHERE ${isOneOf(statusesIn('progress'))})::int AS in_progress,
      count(*) FILTER (WHERE ${isOneOf(statusesIn('action').filter((status) => !closesLoop(status)))})::int AS needs_action,
      count(*) FILTER (WHERE ${isOneOf(STATUSES.filter(closesLoop))})::int AS closed
    FROM (${mine(actor, search)}) m GROUP BY m.seeker_id HAVING bool_or(m.found)`;
}

function isOneOf(statuses: readonly Status[]): Prisma.Sql {
  return Prisma.sql`m.status = ANY(${[...statuses]}::"ReferralStatus"[])`;
}

/**
 * Referrals seen, and Seekers made, each as one line that says whether it fits the search. For Claimers only what the form
 * shared is searched, and no contact details of who must not be reached: finding them would tell them (R11, R14).
 */
function mine(actor: Actor, search: PersonSearch | null): Prisma.Sql {
  const helped = visibleTo(actor, HELPING_SIDES);
  return Prisma.sql`
    SELECT r.seeker_id, r.status, r.created_at, GREATEST(r.status_changed_at, r.seen_at) AS at, r.shared_first_name, r.shared_last_name,
      ${helped} AS helped, CASE WHEN ${helped} THEN ${matches(search, PROFILE)} ELSE ${matches(search, SHARED)} END AS found
    FROM referral r JOIN seeker k ON k.id = r.seeker_id WHERE ${visibleTo(actor, PROFILE_SIDES)}
    UNION ALL SELECT k.id, NULL, k.created_at, k.created_at, k.first_name, k.last_name, TRUE, ${matches(search, PROFILE)}
    FROM seeker k WHERE k.made_by_id = ${isUser(actor) ? actor.userId : null}::uuid`;
}

const PROFILE: PersonColumns = {
  firstName: Prisma.sql`k.first_name`,
  lastName: Prisma.sql`k.last_name`,
  email: Prisma.sql`k.email`,
  phone: Prisma.sql`k.phone`,
};

const REACHABLE = Prisma.sql`r.shared_preference <> 'dont_reach_out' AND k.contact_preference <> 'dont_reach_out'`;

const SHARED: PersonColumns = {
  firstName: Prisma.sql`r.shared_first_name`,
  lastName: Prisma.sql`r.shared_last_name`,
  email: Prisma.sql`CASE WHEN ${REACHABLE} THEN r.shared_email END`,
  phone: Prisma.sql`CASE WHEN ${REACHABLE} THEN r.shared_phone END`,
};

function placeOf({ older, newer }: PeoplePage): Prisma.Sql {
  if (newer) {
    return Prisma.sql`WHERE (last_activity, seeker_id) > (${newer.at}, ${newer.seekerId}::uuid) ORDER BY last_activity, seeker_id`;
  }
  const after = older ? Prisma.sql`WHERE (last_activity, seeker_id) < (${older.at}, ${older.seekerId}::uuid)` : Prisma.empty;
  return Prisma.sql`${after} ORDER BY last_activity DESC, seeker_id DESC`;
}
