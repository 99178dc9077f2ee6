import type { HistoryName } from '../domain/display-name.ts';
import type { Tx } from '../db/client.ts';
import type { EventKind } from '../db/generated/enums.ts';

export interface NewEntry {
  referralId: string;
  kind: EventKind;
  /** Of an entry about a Goal, the Goal's id: history keeps no other's words (R11). */
  reason?: string;
  actorUserId: string;
  actor: HistoryName;
  at: Date;
}

/** Writes what somebody did on a page of theirs, and tells its place in the change log (R6). */
export async function insertEntry(tx: Tx, { referralId, kind, reason, actorUserId, actor, at }: NewEntry): Promise<bigint> {
  const { sequence } = await tx.referralEvent.create({
    data: {
      referralId,
      kind,
      via: 'dashboard',
      reason: reason ?? null,
      actorUserId,
      actorName: actor.name,
      actorOrganization: actor.organization,
      createdAt: at,
    },
    select: { sequence: true },
  });
  return sequence;
}
