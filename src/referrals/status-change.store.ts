import type { MeanwhileChange } from '../domain/errors.ts';
import type { HistoryName } from '../domain/display-name.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader, Tx } from '../db/client.ts';
import { pressHash, type FormPress } from '../db/idempotency.store.ts';
import { newId } from '../db/new-id.ts';

export type Via = 'dashboard' | 'email_link' | 'api' | 'public_form' | 'system';

/** A press of a status form, and where it leads. */
export interface StatusPress extends FormPress {
  location: string;
}

export interface StatusMove {
  referralId: string;
  from: Status;
  to: Status;
  /** The version the person saw. */
  version: number;
  reason: string | null;
  via: Via;
  press: StatusPress | null;
  actorUserId: string | null;
  actor: HistoryName;
  at: Date;
}

export interface WrittenEvent {
  id: string;
  sequence: bigint;
}

/**
 * Moves the status, writes its history and takes the press in one statement, only if nobody moved it since `version` (R5) and
 * this press is the first. Null otherwise: then nothing was written.
 */
export async function moveStatus(tx: Tx, move: StatusMove): Promise<WrittenEvent | null> {
  const press = move.press ?? { actor: '', key: '', location: '' };
  const rows = await tx.$queryRaw<WrittenEvent[]>`
    WITH moved AS (
      UPDATE referral SET status = ${move.to}::"ReferralStatus", version = version + 1, status_changed_at = ${move.at}
      WHERE id = ${move.referralId}::uuid AND version = ${move.version} AND status = ${move.from}::"ReferralStatus"
        AND NOT EXISTS (SELECT 1 FROM idempotency_key WHERE actor = ${press.actor} AND key = ${press.key})
      RETURNING id, version),
    pressed AS (
      INSERT INTO idempotency_key (actor, key, request_hash, location, created_at)
      SELECT ${press.actor}, ${press.key}, ${hashOf(move.press)}, ${press.location}, ${move.at} FROM moved
      WHERE ${move.press !== null} ON CONFLICT DO NOTHING)
    INSERT INTO referral_event (id, referral_id, kind, from_status, to_status, reason, via, version,
      actor_user_id, actor_name, actor_organization, created_at)
    SELECT ${newId()}::uuid, id, 'status_changed', ${move.from}::"ReferralStatus", ${move.to}::"ReferralStatus", ${move.reason},
      ${move.via}::"EventVia", version, ${move.actorUserId}::uuid, ${move.actor.name}, ${move.actor.organization}, ${move.at}
    FROM moved RETURNING id, sequence`;
  return rows[0] ?? null;
}

function hashOf(press: StatusPress | null): string {
  return press ? pressHash(press) : '';
}

/** Whether exactly this press of this form was saved before. */
export async function wasPressed(tx: Tx, press: StatusPress): Promise<boolean> {
  const first = await tx.idempotencyKey.findUnique({ where: { actor_key: { actor: press.actor, key: press.key } } });
  return first?.requestHash === pressHash(press);
}

/** What happened to the status after a version: shown to whoever comes second (R5). */
export async function changesSince(db: Reader, referralId: string, version: number): Promise<MeanwhileChange[]> {
  const events = await db.referralEvent.findMany({
    where: { referralId, kind: 'status_changed', version: { gt: version } },
    orderBy: { sequence: 'asc' },
  });
  return events.flatMap((event) =>
    event.fromStatus && event.toStatus
      ? [
          {
            by: event.actorName,
            organization: event.actorOrganization,
            from: event.fromStatus,
            to: event.toStatus,
            reason: event.reason,
            at: event.createdAt,
          },
        ]
      : [],
  );
}
