import type { Actor } from '../domain/actor.ts';
import { COUNT_LIMIT } from '../domain/counting.ts';
import type { Status } from '../domain/referral-status.ts';
import { readRows, type Db, type Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { inboundOf } from '../referrals/visible-referrals.store.ts';

export interface InboundProgram {
  id: string;
  name: string;
  acceptingReferrals: boolean;
  lateAfterDays: number;
  /** Counted up to COUNT_LIMIT; one more means "more". */
  notUpdated: number;
}

export interface InboundRow {
  id: string;
  version: number;
  status: Status;
  seen: boolean;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  preference: string;
  makerName: string;
  makerOrganization: string | null;
  source: string;
  comment: string;
  createdAt: Date;
  lastReason: string | null;
  lastActor: string | null;
  lastOrganization: string | null;
  lastVia: string | null;
  statusChangedAt: Date;
}

/** The Programs whose inbound referrals the actor works on, with how many nobody has updated yet (R10, R20). */
export async function inboundPrograms(db: Reader, programIds: readonly string[]): Promise<InboundProgram[]> {
  return programIds.length > 0 ? db.$queryRaw<InboundProgram[]>(programs(programIds)) : [];
}

export interface InboundSearch {
  programId: string;
  statuses: readonly Status[] | null;
  receivedSince: Date | null;
  limit: number;
  offset: number;
}

export interface FoundInbound {
  programs: InboundProgram[];
  /** How many the search finds in all; counted up to COUNT_LIMIT or the end of this page, one more means "more". */
  total: number;
  /** One page of them, newest first. */
  rows: InboundRow[];
}

/** All an Inbound page shows, in one question: this page is open all day, and each trip to the database costs as much as its work. */
export async function findInbound(db: Db, actor: Actor, programIds: readonly string[], search: InboundSearch): Promise<FoundInbound> {
  const { limit, offset } = search;
  const page = Prisma.sql`${matching(actor, search)} ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit} OFFSET ${offset}`;
  const question = Prisma.sql`
    SELECT (SELECT COALESCE(json_agg(p), '[]') FROM (${programs(programIds)}) p) AS programs,
      ${counted(matching(actor, search), Math.max(COUNT_LIMIT, offset + limit))} AS total,
      (SELECT COALESCE(json_agg(f), '[]') FROM (${rowsOf(page)}) f) AS rows`;
  const [found] = await readRows<Omit<FoundInbound, 'rows'> & { rows: WrittenRow[] }>(db, question);
  return found ? { ...found, rows: found.rows.map(withDates) } : { programs: [], total: 0, rows: [] };
}

/** These referrals of the Program, as far as the actor sees them. */
export async function keptRows(db: Reader, actor: Actor, programId: string, ids: readonly string[]): Promise<InboundRow[]> {
  return db.$queryRaw<InboundRow[]>(rowsOf(Prisma.sql`r.id = ANY(${[...ids]}::uuid[]) AND ${inboundOf(actor, programId)}`));
}

function programs(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.name, p.accepting_referrals AS "acceptingReferrals", p.late_after_days AS "lateAfterDays",
      ${counted(Prisma.sql`r.program_id = p.id AND r.status = 'not_updated'`)} AS "notUpdated"
    FROM program p WHERE p.id = ANY(${[...ids]}::uuid[]) ORDER BY p.name, p.id`;
}

/** How many referrals there are, up to the limit; one more says that there are more (ADR 0081). */
export function counted(where: Prisma.Sql, limit = COUNT_LIMIT): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM referral r WHERE ${where} LIMIT ${limit + 1}) c)`;
}

/** "Don't reach out" counts from the form and from the profile (R14). */
function rowsOf(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, r.version, r.status::text AS status, r.seen_at IS NOT NULL AS seen, r.shared_first_name AS "firstName",
      r.shared_last_name AS "lastName", r.shared_email::text AS email, r.shared_phone AS phone,
      CASE WHEN k.contact_preference = 'dont_reach_out' THEN 'dont_reach_out' ELSE r.shared_preference::text END AS preference,
      r.maker_name AS "makerName", r.maker_organization AS "makerOrganization", r.source::text AS source, r.comment,
      r.created_at AS "createdAt", r.status_changed_at AS "statusChangedAt", e.reason AS "lastReason",
      e.actor_name AS "lastActor", e.actor_organization AS "lastOrganization", e.via::text AS "lastVia"
    FROM (SELECT * FROM referral r WHERE ${where}) r
    JOIN seeker k ON k.id = r.seeker_id
    LEFT JOIN LATERAL (SELECT reason, actor_name, actor_organization, via FROM referral_event e
      WHERE e.referral_id = r.id AND e.version = r.version AND e.kind = 'status_changed') e ON TRUE
    ORDER BY r.created_at DESC, r.id DESC`;
}

/** A row as JSON carries it. */
type WrittenRow = Omit<InboundRow, 'createdAt' | 'statusChangedAt'> & { createdAt: string; statusChangedAt: string };

function withDates(row: WrittenRow): InboundRow {
  return { ...row, createdAt: new Date(row.createdAt), statusChangedAt: new Date(row.statusChangedAt) };
}

function matching(actor: Actor, { programId, statuses, receivedSince }: InboundSearch): Prisma.Sql {
  const parts = [inboundOf(actor, programId)];
  if (statuses) parts.push(Prisma.sql`r.status = ANY(${[...statuses]}::"ReferralStatus"[])`);
  if (receivedSince) parts.push(Prisma.sql`r.created_at >= ${receivedSince}`);
  return Prisma.join(parts, ' AND ');
}
