import type { UserActor } from '../domain/actor.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';

/** Somebody opened a profile or a referral, as it was written down then (R15). */
export interface LookEntry {
  id: string;
  seekerId: string;
  seekerFirstName: string;
  seekerLastName: string;
  /** "Maria G."; looks of before 0015 have the organization behind it. */
  userName: string;
  userOrganization: string | null;
  /** Null for the profile. */
  referralId: string | null;
  /** Of a referral the reader sees as well; of any other not even the Program (R13). */
  programName: string | null;
  createdAt: Date;
}

/** One page of a log. */
export interface LooksFound {
  entries: LookEntry[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** A row's place in the log. */
export interface LookPlace {
  at: Date;
  id: string;
}

export interface LookSearch {
  /** Of one Seeker alone. */
  seekerId: string | null;
  /** Of the Seekers of one Site alone. */
  siteId: string | null;
  /** Only what this person has looked at. */
  userId: string | null;
  older: LookPlace | null;
  newer: LookPlace | null;
  limit: number;
}

/**
 * Whose Workers made Seeker `s`: a Site that has the maker in a Group or among its admins. attack: a Site the maker came to later
 * would read whom they had helped for another; so they were of it then, or history names it beside what they did for that Seeker (R7).
 * System-only (R13): of referrals it asks for whom they were made, and shows nothing.
 */
function madeInSites(siteIds: readonly string[]): Prisma.Sql {
  const workers = Prisma.sql`(
    SELECT m.user_id, t.site_id, m.joined_at FROM membership m JOIN team t ON t.id = m.team_id WHERE t.site_id = ANY(${[...siteIds]}::uuid[])
    UNION ALL SELECT a.user_id, a.site_id, a.joined_at FROM site_admin a WHERE a.site_id = ANY(${[...siteIds]}::uuid[]))`;
  // A list of who they are first: a log is long, and the rest is asked of each row alone.
  return Prisma.sql`(s.made_by_id IN (SELECT w.user_id FROM ${workers} w) AND EXISTS (
    SELECT 1 FROM ${workers} w WHERE w.user_id = s.made_by_id AND (w.joined_at <= s.created_at OR EXISTS (
      SELECT 1 FROM referral r JOIN site i ON i.id = w.site_id
      WHERE r.seeker_id = s.id AND r.made_by_id = s.made_by_id AND r.maker_organization = i.name))))`;
}

/** R15: who may read who has looked at Seeker `s`: who made them, and the admins of the maker's Site. */
function mayRead(user: UserActor): Prisma.Sql {
  return Prisma.sql`(s.made_by_id = ${user.userId}::uuid OR ${madeInSites(user.adminOf.map(({ siteId }) => siteId))})`;
}

export interface LookedAtSeeker {
  id: string;
  firstName: string;
  lastName: string;
  madeById: string | null;
}

/** A Seeker whose log the reader may read; null for everybody else, whatever else they see of that Seeker (R13, R15). */
export async function findLookedAt(db: Reader, user: UserActor, seekerId: string): Promise<LookedAtSeeker | null> {
  const rows = await db.$queryRaw<LookedAtSeeker[]>`
    SELECT s.id, s.first_name AS "firstName", s.last_name AS "lastName", s.made_by_id AS "madeById"
    FROM seeker s WHERE s.id = ${seekerId}::uuid AND ${mayRead(user)}`;
  return rows[0] ?? null;
}

/** The log as far as this person may read it, newest first; one row more than asked for says that there is more. */
export async function findLooks(db: Reader, user: UserActor, search: LookSearch): Promise<LookEntry[]> {
  const { newer, limit } = search;
  const order = newer ? Prisma.sql`a.created_at ASC, a.id ASC` : Prisma.sql`a.created_at DESC, a.id DESC`;
  return db.$queryRaw<LookEntry[]>`
    SELECT f.*, (SELECT p.name FROM referral r JOIN program p ON p.id = r.program_id WHERE r.id = f."referralId" AND ${visibleTo(user)}) AS "programName"
    FROM (SELECT a.id, a.seeker_id AS "seekerId", s.first_name AS "seekerFirstName", s.last_name AS "seekerLastName",
        a.user_name AS "userName", a.user_organization AS "userOrganization", a.referral_id AS "referralId", a.created_at AS "createdAt"
      FROM access_log a JOIN seeker s ON s.id = a.seeker_id WHERE ${matching(user, search)}
      ORDER BY ${order} LIMIT ${limit}) f
    ORDER BY f."createdAt" DESC, f.id DESC`;
}

function matching(user: UserActor, { seekerId, siteId, userId, older, newer }: LookSearch): Prisma.Sql {
  const parts = [mayRead(user)];
  if (seekerId) parts.push(Prisma.sql`a.seeker_id = ${seekerId}::uuid`);
  if (siteId) parts.push(madeInSites([siteId]));
  if (userId) parts.push(Prisma.sql`a.user_id = ${userId}::uuid`);
  if (older) parts.push(Prisma.sql`(a.created_at, a.id) < (${older.at}, ${older.id}::uuid)`);
  if (newer) parts.push(Prisma.sql`(a.created_at, a.id) > (${newer.at}, ${newer.id}::uuid)`);
  return Prisma.join(parts, ' AND ');
}
