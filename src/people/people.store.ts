import type { Actor } from '../domain/actor.ts';
import { COUNT_LIMIT } from '../domain/counting.ts';
import type { PeopleChoice, PeopleOrder } from '../domain/people-list.ts';
import { readRows, type Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { allOf, grantedAudiences, chosen, factsOf, type Audiences } from './person-entry.store.ts';
import { fitsEntry, foundIn, readsOnlyProfiles, type PersonHits } from './person-hits.store.ts';

/** Which people, in what order. */
export interface PeopleQuestion extends PeopleChoice {
  order: PeopleOrder;
  /** Only those the actor helps, none that were only referred to their Programs. */
  helping?: boolean;
}

/** From where on, and whether backwards; the key is that of the row one stands at. */
export interface PeoplePage {
  after: { key: Date | string; seekerId: string } | null;
  back: boolean;
  limit: number;
}

/**
 * One page of those somebody sees, in order: the entries of each of their audiences are walked by its index, so that the last page
 * of a million costs what the first does (R16). Whoever stands in several is taken from the entry that says what all say together.
 */
export async function walkPeople(db: Db, actor: Actor, question: PeopleQuestion, page: PeoplePage, hits?: PersonHits): Promise<string[]> {
  const rows = await readRows<{ id: string }>(db, walk(actor, question, page, hits));
  return rows.map(({ id }) => id);
}

/** How many those are; one more than COUNT_LIMIT means more. */
export async function countPeople(db: Db, actor: Actor, question: PeopleQuestion, hits?: PersonHits): Promise<number> {
  const all = walk(actor, question, { after: null, back: false, limit: COUNT_LIMIT + 1 }, hits);
  const [row] = await readRows<{ total: number }>(db, Prisma.sql`SELECT count(*)::int AS total FROM (${all}) p`);
  return row?.total ?? 0;
}

/** Whether so few are seen that walking them all is sooner done than asking an index of everybody's. */
export async function seesFew(db: Db, actor: Actor, question: PeopleQuestion): Promise<boolean> {
  const audiences = allOf(grantedAudiences(actor, question));
  const some = Prisma.sql`SELECT 1 FROM person_entry e WHERE e.audience = ANY(${audiences}::uuid[]) LIMIT ${MOST_HITS + 1}`;
  const [row] = await readRows<{ seen: number }>(db, Prisma.sql`SELECT count(*)::int AS seen FROM (${some}) s`);
  return (row?.seen ?? 0) <= MOST_HITS;
}

/** What the index found: the page and how many in all; null where so many fit that the list itself finds them sooner. */
export async function searchPeople(
  db: Db,
  actor: Actor,
  question: PeopleQuestion,
  page: PeoplePage,
  hits: PersonHits,
  asked: readonly string[],
): Promise<{ ids: string[]; total: number } | null> {
  const audiences = grantedAudiences(actor, question);
  const { key, direction } = orderOf(question.order, page.back);
  const rows = await readRows<{ read: number; total: number; ids: string[] }>(
    db,
    Prisma.sql`WITH h AS MATERIALIZED (SELECT * FROM ${hits.some(MOST_HITS + 1, audiences, asked)}), n AS (SELECT count(*)::int AS read FROM h),
      found AS MATERIALIZED (SELECT f.* FROM (SELECT DISTINCT h.seeker_id FROM h, n WHERE n.read <= ${MOST_HITS} AND ${foundIn(audiences)}) p
        CROSS JOIN LATERAL ${factsOf(Prisma.sql`p.seeker_id`, audiences)} f WHERE ${chosen(actor, question)})
      SELECT (SELECT read FROM n) AS read, (SELECT count(*)::int FROM found) AS total,
        ARRAY(SELECT f.seeker_id FROM found f WHERE TRUE ${beyond(Prisma.sql`f`, question, page)}
          ORDER BY f.${key} ${direction}, f.seeker_id ${direction} LIMIT ${page.limit}) AS ids`,
  );
  const [row] = rows;
  return row && row.read <= MOST_HITS ? row : null;
}

/** Reading and sorting more than these takes longer than a walk that passes by them. */
const MOST_HITS = 1_000;

function walk(actor: Actor, question: PeopleQuestion, page: PeoplePage, hits?: PersonHits): Prisma.Sql {
  const audiences = grantedAudiences(actor, question);
  const { key, direction } = orderOf(question.order, page.back);
  const words = hits ? [fitsEntry(hits, audiences)] : [];
  const together = [Prisma.sql`e.${key} = f.${key}`, chosen(actor, question), ...(readsOnlyProfiles(audiences) ? [] : words)];
  const alone = readsOnlyProfiles(audiences) ? words : [];
  return Prisma.sql`
    SELECT c.seeker_id AS id FROM ${streamsOf(audiences, question)} CROSS JOIN LATERAL (
      SELECT e.seeker_id, e.${key} FROM person_entry e CROSS JOIN LATERAL ${factsOf(Prisma.sql`e.seeker_id`, audiences)} f
      WHERE e.audience = s.audience AND e.archived = s.archived ${beyond(Prisma.sql`e`, question, page)} ${since(question)}
        ${Prisma.join(alone.map((one) => Prisma.sql`AND ${unforeseen(one)}`).concat(Prisma.empty), ' ')} AND ${unforeseen(Prisma.join(together, ' AND '))}
      ORDER BY e.${key} ${direction}, e.seeker_id ${direction} LIMIT ${page.limit}) c
    GROUP BY c.${key}, c.seeker_id ORDER BY c.${key} ${direction}, c.seeker_id ${direction} LIMIT ${page.limit}`;
}

/** A condition of unknown weight: the planner must not expect so few rows that it reads them all and sorts them. */
function unforeseen(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${condition} THEN TRUE ELSE FALSE END`;
}

/** The parts of the index to walk: those who help keep archived people apart, a Program knows nothing of it. */
function streamsOf({ helping, programs }: Audiences, { archived }: PeopleChoice): Prisma.Sql {
  const apart = { no: [false], only: [true], all: [false, true] }[archived];
  const streams = [
    ...helping.flatMap((id) => apart.map((put): [string, boolean] => [id, put])),
    ...programs.map((id): [string, boolean] => [id, false]),
  ];
  return Prisma.sql`unnest(${streams.map(([id]) => id)}::uuid[], ${streams.map(([, put]) => put)}::boolean[]) s (audience, archived)`;
}

function orderOf({ column, descending }: PeopleOrder, back: boolean): { key: Prisma.Sql; direction: Prisma.Sql } {
  return {
    key: column === 'name' ? Prisma.sql`name_key` : Prisma.sql`last_activity`,
    direction: descending === back ? Prisma.sql`ASC` : Prisma.sql`DESC`,
  };
}

function beyond(row: Prisma.Sql, { order }: PeopleQuestion, { after, back }: PeoplePage): Prisma.Sql {
  if (!after) return Prisma.empty;
  const { key } = orderOf(order, back);
  const on = order.descending === back ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`AND (${row}.${key}, ${row}.seeker_id) ${on} (${after.key}, ${after.seekerId}::uuid)`;
}

/** For the index: the condition on the facts says the same of the person. */
function since({ since: from, order }: PeopleQuestion): Prisma.Sql {
  return from && order.column === 'activity' ? Prisma.sql`AND e.last_activity >= ${from}` : Prisma.empty;
}

/** What a row is sorted by now, by its Seeker; null when they are not in the list any more. No name is in an address (U-11). */
export async function nameKeyOf(db: Db, actor: Actor, seekerId: string): Promise<string | null> {
  const facts = factsOf(Prisma.sql`${seekerId}::uuid`, grantedAudiences(actor));
  const [row] = await readRows<{ name_key: string | null }>(db, Prisma.sql`SELECT f.name_key FROM ${facts} f`);
  return row?.name_key ?? null;
}
