import type { Position } from '../domain/distance.ts';
import { EARTH_RADIUS_MILES } from '../domain/distance.ts';
import type { LocalMoment } from '../domain/opening-hours.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { REACHED } from './reached.store.ts';
import type { SoughtWord } from './sought-words.ts';
import { PROGRAM_LINE, type PhoneLine } from './whom-to-call.store.ts';
import { fits, saysAll } from './word-match.store.ts';

export interface SearchFilters {
  /** Each that is needed must be found: in the text at the start of a word, or as a category. */
  words: readonly SoughtWord[];
  /** Slugs, any of which. */
  categories: readonly string[];
  language: string | null;
  /** Open at this moment on the wall clock. */
  openAt: LocalMoment | null;
  accepting: boolean;
}

export interface FoundProgram {
  id: string;
  name: string;
  organization: string;
  description: string | null;
  languages: string[];
  acceptingReferrals: boolean;
  /** What the Program says about that: "Again from Monday". */
  acceptingNote: string | null;
  /** Whether a referral reaches anybody there by mail; otherwise it is logged. */
  reached: boolean;
  /** Whom to call; null where nobody answers a telephone. */
  line: PhoneLine | null;
  /** To its nearest place; null without a ZIP, or when its places are not known. */
  miles: number | null;
}

export interface Found {
  total: number;
  /** How many of them say every word themselves; the others are only in a category that a word stands for. */
  saying: number;
  programs: FoundProgram[];
}

/**
 * One page of the programs that are listed: those that say the words first, then nearest first from a position, else by name (R22).
 * Retired ones are not listed.
 */
export async function searchPrograms(
  db: Reader,
  filters: SearchFilters,
  from: Position | null,
  slice: { limit: number; offset: number },
): Promise<Found> {
  const rows = await db.$queryRaw<(FoundProgram & { total: number; saying: number })[]>`
    WITH matching AS MATERIALIZED (
      SELECT p.id, p.name, ${saysAll(filters.words)} AS says, ${milesFrom(from)} AS miles FROM program p WHERE ${listed(filters)}),
    found AS (
      SELECT *, (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE says) OVER ())::int AS saying FROM matching
      ORDER BY says DESC, miles NULLS LAST, lower(name), id LIMIT ${slice.limit} OFFSET ${slice.offset})
    SELECT f.id, f.name, f.miles, f.total, f.saying, o.name AS organization, p.description, p.languages, p.accepting_referrals AS "acceptingReferrals",
      p.accepting_note AS "acceptingNote", ${REACHED} AS reached, ${PROGRAM_LINE} AS line
    FROM found f JOIN program p ON p.id = f.id JOIN organization o ON o.id = p.organization_id
    ORDER BY f.says DESC, f.miles NULLS LAST, lower(f.name), f.id`;
  return { total: rows[0]?.total ?? 0, saying: rows[0]?.saying ?? 0, programs: rows };
}

/** How many programs there are to be found, for a page beyond the last. */
export async function countPrograms(db: Reader, filters: SearchFilters): Promise<number> {
  const rows = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM program p WHERE ${listed(filters)}`;
  return rows[0]?.total ?? 0;
}

/** The haversine formula of domain/distance, to the nearest of the program's places. */
function milesFrom(from: Position | null): Prisma.Sql {
  if (!from) return Prisma.sql`NULL::float8`;
  const { latitude, longitude } = from;
  return Prisma.sql`(SELECT min(2 * ${EARTH_RADIUS_MILES}::float8 * asin(sqrt(least(1,
      power(sin(radians(l.latitude - ${latitude}::float8) / 2), 2)
      + cos(radians(${latitude}::float8)) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${longitude}::float8) / 2), 2)))))
    FROM program_location l WHERE l.program_id = p.id AND l.latitude IS NOT NULL)`;
}

function listed({ words, categories, language, openAt, accepting }: SearchFilters): Prisma.Sql {
  const conditions = [Prisma.sql`p.retired_at IS NULL`, ...words.filter(({ needed }) => needed).map(fits)];
  if (categories.length > 0) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM program_category pc JOIN category c ON c.id = pc.category_id
      WHERE pc.program_id = p.id AND c.slug = ANY(${[...categories]}::text[]))`);
  }
  if (language !== null) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM unnest(p.languages) spoken WHERE lower(spoken) = lower(${language}))`);
  }
  if (accepting) conditions.push(Prisma.sql`p.accepting_referrals`);
  if (openAt) conditions.push(isOpen(openAt));
  return Prisma.join(conditions, ' AND ');
}

/** The same as openState in domain/open-state: today's hours, or last night's. */
function isOpen({ weekday, time }: LocalMoment): Prisma.Sql {
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return Prisma.sql`EXISTS (SELECT 1 FROM program_schedule s WHERE s.program_id = p.id AND (
    (s.weekday = ${weekday} AND s.opens_at <= ${time} AND (s.closes_at > ${time} OR s.closes_at <= s.opens_at))
    OR (s.weekday = ${yesterday} AND s.closes_at <= s.opens_at AND s.closes_at > ${time})))`;
}
