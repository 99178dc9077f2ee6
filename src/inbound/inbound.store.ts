import type { Actor } from '../domain/actor.ts';
import { COUNT_LIMIT } from '../domain/counting.ts';
import type { InboundOrder } from '../domain/inbound-order.ts';
import { readRows, type Db, type Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { inboundOf, visibleTo } from '../referrals/visible-referrals.store.ts';
import { matching, type InboundMatch } from './inbound-match.store.ts';
import { orderOf } from './inbound-order.store.ts';
import { rowsOf, withDates, type InboundRow, type WrittenRow } from './inbound-row.store.ts';

export type { InboundRow } from './inbound-row.store.ts';

export interface InboundProgram {
  id: string;
  name: string;
  acceptingReferrals: boolean;
  lateAfterDays: number;
  /** Counted up to COUNT_LIMIT; one more means "more". */
  notUpdated: number;
}

/** The Programs whose inbound referrals the actor works on, with how many nobody has updated yet (R10, R20). */
export async function inboundPrograms(db: Reader, actor: Actor, programIds: readonly string[]): Promise<InboundProgram[]> {
  return programIds.length > 0 ? db.$queryRaw<InboundProgram[]>(programs(actor, programIds)) : [];
}

export interface InboundSearch extends InboundMatch {
  order: InboundOrder;
  limit: number;
  offset: number;
  /** Whether the page offers the organizations to filter by: a page that reads itself again does not. */
  senders: boolean;
}

export interface FoundInbound {
  programs: InboundProgram[];
  /** How many the search finds in all; counted up to COUNT_LIMIT or the end of this page, one more means "more". */
  total: number;
  /** One page of them. */
  rows: InboundRow[];
  /** The organizations that referred somebody to this Program. */
  organizations: string[];
}

/** All an Inbound page shows, in one question: this page is open all day, and each trip to the database costs as much as its work. */
export async function findInbound(db: Db, actor: Actor, programIds: readonly string[], search: InboundSearch): Promise<FoundInbound> {
  const { order, limit, offset } = search;
  const found = matching(actor, search);
  const page = Prisma.sql`${found} ${orderOf(order)} LIMIT ${limit} OFFSET ${offset}`;
  const question = Prisma.sql`
    SELECT (SELECT COALESCE(json_agg(p), '[]') FROM (${programs(actor, programIds)}) p) AS programs,
      ${counted(found, Math.max(COUNT_LIMIT, offset + limit))} AS total,
      (SELECT COALESCE(json_agg(f), '[]') FROM (${rowsOf(page, order)}) f) AS rows,
      ${search.senders ? organizations(actor, search.programId) : Prisma.sql`'[]'::json`} AS organizations`;
  const [answer] = await readRows<Omit<FoundInbound, 'rows'> & { rows: WrittenRow[] }>(db, question);
  return answer ? { ...answer, rows: answer.rows.map(withDates) } : { programs: [], total: 0, rows: [], organizations: [] };
}

function programs(actor: Actor, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.name, p.accepting_referrals AS "acceptingReferrals", p.late_after_days AS "lateAfterDays",
      ${counted(Prisma.sql`r.program_id = p.id AND ${visibleTo(actor, ['program'])} AND r.status = 'not_updated'`)} AS "notUpdated"
    FROM program p WHERE p.id = ANY(${[...ids]}::uuid[]) ORDER BY p.name, p.id`;
}

/** How many referrals there are, up to the limit; one more says that there are more (ADR 0081). */
export function counted(where: Prisma.Sql, limit = COUNT_LIMIT): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM referral r WHERE ${where} LIMIT ${limit + 1}) c)`;
}

const MOST_ORGANIZATIONS = 100;

/** The names in the index, one step for each: a DISTINCT would read every referral of the Program (ADR 0105). */
function organizations(actor: Actor, programId: string): Prisma.Sql {
  const next = (after: Prisma.Sql): Prisma.Sql => Prisma.sql`
    (SELECT r.maker_organization FROM referral r WHERE ${inboundOf(actor, programId)} AND r.source = 'navigator' AND ${after}
      ORDER BY r.maker_organization LIMIT 1)`;
  return Prisma.sql`
    (WITH RECURSIVE o (name) AS (
      SELECT ${next(Prisma.sql`r.maker_organization IS NOT NULL`)}
      UNION ALL SELECT ${next(Prisma.sql`r.maker_organization > o.name`)} FROM o WHERE o.name IS NOT NULL)
    SELECT COALESCE(json_agg(l.name), '[]') FROM (SELECT name FROM o WHERE name IS NOT NULL LIMIT ${MOST_ORGANIZATIONS}) l)`;
}
