import type { Actor } from '../domain/actor.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { inboundOf } from '../referrals/visible-referrals.store.ts';

export interface InboundProgram {
  id: string;
  name: string;
  acceptingReferrals: boolean;
  lateAfterDays: number;
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
  return programsWith(db, programIds, Prisma.sql`0`);
}

/** The same, and how many referrals a search finds, in one question. */
export async function inboundCounts(
  db: Reader,
  actor: Actor,
  programIds: readonly string[],
  search: InboundSearch,
): Promise<{ programs: InboundProgram[]; total: number }> {
  const found = Prisma.sql`(SELECT count(*)::int FROM referral r WHERE ${matching(actor, search)})`;
  const rows = await programsWith(db, programIds, found);
  return { programs: rows, total: rows[0]?.total ?? 0 };
}

async function programsWith(db: Reader, ids: readonly string[], total: Prisma.Sql): Promise<(InboundProgram & { total: number })[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw`
    SELECT p.id, p.name, p.accepting_referrals AS "acceptingReferrals", p.late_after_days AS "lateAfterDays", ${total} AS total,
      (SELECT count(*)::int FROM referral r WHERE r.program_id = p.id AND r.status = 'not_updated') AS "notUpdated"
    FROM program p WHERE p.id = ANY(${[...ids]}::uuid[]) ORDER BY p.name, p.id`;
}

export interface InboundSearch {
  programId: string;
  statuses: readonly Status[] | null;
  receivedSince: Date | null;
  limit: number;
  offset: number;
}

/** One page of a Program's inbound referrals, newest first. */
export async function inboundRows(db: Reader, actor: Actor, search: InboundSearch): Promise<InboundRow[]> {
  const { limit, offset } = search;
  return rowsOf(db, Prisma.sql`${matching(actor, search)} ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit} OFFSET ${offset}`);
}

/** These referrals of the Program, as far as the actor sees them. */
export async function keptRows(db: Reader, actor: Actor, programId: string, ids: readonly string[]): Promise<InboundRow[]> {
  return rowsOf(db, Prisma.sql`r.id = ANY(${[...ids]}::uuid[]) AND ${inboundOf(actor, programId)}`);
}

/** "Don't reach out" counts from the form and from the profile (R14). */
async function rowsOf(db: Reader, where: Prisma.Sql): Promise<InboundRow[]> {
  return db.$queryRaw<InboundRow[]>`
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

function matching(actor: Actor, { programId, statuses, receivedSince }: InboundSearch): Prisma.Sql {
  const parts = [inboundOf(actor, programId)];
  if (statuses) parts.push(Prisma.sql`r.status = ANY(${[...statuses]}::"ReferralStatus"[])`);
  if (receivedSince) parts.push(Prisma.sql`r.created_at >= ${receivedSince}`);
  return Prisma.join(parts, ' AND ');
}
