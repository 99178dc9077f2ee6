import type { HistoryName } from '../domain/display-name.ts';
import type { Status } from '../domain/referral-status.ts';
import { WITHDRAWN_STATUS } from '../domain/withdrawal.ts';
import type { Tx } from '../db/client.ts';
import type { WrittenEvent } from './send-referral.store.ts';

export interface NewWithdrawal {
  referralId: string;
  from: Status;
  /** The version its maker saw. */
  version: number;
  reason: string;
  actorUserId: string;
  actor: HistoryName;
  at: Date;
}

/** Marks the referral as withdrawn, unless somebody has changed or withdrawn it since `version` (R5): then the answer is false. */
export async function markWithdrawn(tx: Tx, withdrawal: NewWithdrawal): Promise<boolean> {
  const { referralId, version, reason, at } = withdrawal;
  const taken = { withdrawnAt: at, withdrawnReason: reason };
  const moved = { ...taken, status: WITHDRAWN_STATUS, statusChangedAt: at, version: version + 1 };
  const where = { id: referralId, version, withdrawnAt: null };
  const { count } = await tx.referral.updateMany({ where, data: moves(withdrawal) ? moved : taken });
  return count === 1;
}

/** What history says of it: the move of the status, if it was one, and then the withdrawal with its reason (R6). */
export async function enterWithdrawal(tx: Tx, withdrawal: NewWithdrawal): Promise<WrittenEvent> {
  const { referralId, from, version, reason, actorUserId, actor, at } = withdrawal;
  const entry = {
    referralId,
    via: 'dashboard' as const,
    actorUserId,
    actorName: actor.name,
    actorOrganization: actor.organization,
    createdAt: at,
  };
  if (moves(withdrawal)) {
    const move = { kind: 'status_changed' as const, fromStatus: from, toStatus: WITHDRAWN_STATUS, version: version + 1 };
    await tx.referralEvent.create({ data: { ...entry, ...move } });
  }
  return tx.referralEvent.create({ data: { ...entry, kind: 'withdrawn', reason }, select: { id: true, sequence: true } });
}

function moves({ from }: NewWithdrawal): boolean {
  return from !== WITHDRAWN_STATUS;
}
