import type { HistoryName } from '../domain/display-name.ts';
import type { Tx } from '../db/client.ts';
import { newId } from '../db/new-id.ts';
import type { Via, WrittenEvent } from './status-change.store.ts';

export interface FirstLook {
  referralId: string;
  via: Via;
  actorUserId: string | null;
  actor: HistoryName;
  at: Date;
}

/** Writes that the Program saw the referral for the first time; null when it had been seen before (R6). */
export async function recordSeen(tx: Tx, look: FirstLook): Promise<WrittenEvent | null> {
  const rows = await tx.$queryRaw<WrittenEvent[]>`
    WITH seen AS (UPDATE referral SET seen_at = ${look.at} WHERE id = ${look.referralId}::uuid AND seen_at IS NULL RETURNING id)
    INSERT INTO referral_event (id, referral_id, kind, via, actor_user_id, actor_name, actor_organization, created_at)
    SELECT ${newId()}::uuid, id, 'seen', ${look.via}::"EventVia", ${look.actorUserId}::uuid, ${look.actor.name}, ${look.actor.organization}, ${look.at}
    FROM seen RETURNING id, sequence`;
  return rows[0] ?? null;
}
