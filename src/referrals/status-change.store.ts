import type { MeanwhileChange } from '../domain/errors.ts';
import type { HistoryName } from '../domain/display-name.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader, Tx } from '../db/client.ts';
import { newId } from '../db/new-id.ts';

export type Via = 'dashboard' | 'email_link' | 'api' | 'public_form' | 'system';

export interface StatusMove {
  referralId: string;
  from: Status;
  to: Status;
  /** The version the person saw. */
  version: number;
  reason: string | null;
  via: Via;
  actorUserId: string | null;
  actor: HistoryName;
  at: Date;
}

export interface WrittenEvent {
  id: string;
  sequence: bigint;
}

/**
 * Moves the status and writes its history in one statement, only if nobody moved it since `version` (R5). Null when
 * somebody did: then nothing was written.
 */
export async function moveStatus(tx: Tx, move: StatusMove): Promise<WrittenEvent | null> {
  const rows = await tx.$queryRaw<WrittenEvent[]>`
    WITH moved AS (
      UPDATE referral SET status = ${move.to}::"ReferralStatus", version = version + 1, status_changed_at = ${move.at}
      WHERE id = ${move.referralId}::uuid AND version = ${move.version} AND status = ${move.from}::"ReferralStatus"
      RETURNING id, version)
    INSERT INTO referral_event (id, referral_id, kind, from_status, to_status, reason, via, version,
      actor_user_id, actor_name, actor_organization, created_at)
    SELECT ${newId()}::uuid, id, 'status_changed', ${move.from}::"ReferralStatus", ${move.to}::"ReferralStatus", ${move.reason},
      ${move.via}::"EventVia", version, ${move.actorUserId}::uuid, ${move.actor.name}, ${move.actor.organization}, ${move.at}
    FROM moved RETURNING id, sequence`;
  return rows[0] ?? null;
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
