import type { Actor } from '../domain/actor.ts';
import { NEWEST_FIRST, type InboundOrder } from '../domain/inbound-order.ts';
import type { Status } from '../domain/referral-status.ts';
import { readRows, type Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { inboundOf } from '../referrals/visible-referrals.store.ts';
import { WITHDRAWAL, type Withdrawal } from '../referrals/withdrawal.store.ts';
import { orderOf } from './inbound-order.store.ts';

/** A referral as the Program sees it in a list: of the person, what the form shared (R11). */
export interface InboundRow {
  id: string;
  seekerId: string;
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
  withdrawal: Withdrawal | null;
}

/** These referrals of the Program, as far as the actor sees them; in the order of the ids. */
export async function rowsById(db: Db, actor: Actor, programId: string, ids: readonly string[]): Promise<InboundRow[]> {
  if (ids.length === 0) return [];
  const where = Prisma.sql`r.id = ANY(${[...ids]}::uuid[]) AND ${inboundOf(actor, programId)}`;
  const rows = await readRows<InboundRow>(db, rowsOf(where, NEWEST_FIRST));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** "Don't reach out" counts from the form and from the profile (R14). */
export function rowsOf(where: Prisma.Sql, order: InboundOrder): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, r.seeker_id AS "seekerId", r.version, r.status::text AS status, r.seen_at IS NOT NULL AS seen, r.shared_first_name AS "firstName",
      r.shared_last_name AS "lastName", r.shared_email::text AS email, r.shared_phone AS phone,
      CASE WHEN k.contact_preference = 'dont_reach_out' THEN 'dont_reach_out' ELSE r.shared_preference::text END AS preference,
      r.maker_name AS "makerName", r.maker_organization AS "makerOrganization", r.source::text AS source, r.comment,
      r.created_at AS "createdAt", r.status_changed_at AS "statusChangedAt", e.reason AS "lastReason",
      e.actor_name AS "lastActor", e.actor_organization AS "lastOrganization", e.via::text AS "lastVia", ${WITHDRAWAL}
    FROM (SELECT * FROM referral r WHERE ${where}) r
    JOIN seeker k ON k.id = r.seeker_id
    LEFT JOIN LATERAL (SELECT reason, actor_name, actor_organization, via FROM referral_event e
      WHERE e.referral_id = r.id AND e.version = r.version AND e.kind = 'status_changed') e ON TRUE
    ${orderOf(order)}`;
}

/** A row as JSON carries it. */
export type WrittenRow = Omit<InboundRow, 'createdAt' | 'statusChangedAt'> & { createdAt: string; statusChangedAt: string };

export function withDates(row: WrittenRow): InboundRow {
  return { ...row, createdAt: new Date(row.createdAt), statusChangedAt: new Date(row.statusChangedAt) };
}
