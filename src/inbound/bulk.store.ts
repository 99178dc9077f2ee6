import type { BulkOutcome } from '../domain/bulk-change.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import type { InboundRow } from './inbound-row.store.ts';

/** A move somebody wanted to make: this referral, from this version on. */
export interface WantedMove {
  id: string;
  version: number;
}

export interface BulkRow {
  row: InboundRow;
  outcome: BulkOutcome;
}

export interface BulkReview {
  rows: BulkRow[];
  /** Ticked, and not to be found any more. */
  gone: number;
}

/** Which of these moves this person made, now or by an earlier press of the same form. For referrals already found for them. */
export async function movesMade(db: Reader, userId: string, moves: readonly WantedMove[], to: Status): Promise<Set<string>> {
  const events = await db.referralEvent.findMany({
    where: {
      referralId: { in: moves.map(({ id }) => id) },
      kind: 'status_changed',
      actorUserId: userId,
      toStatus: to,
    },
    select: { referralId: true, version: true },
  });
  const made = moves.filter(({ id, version }) => events.some((event) => event.referralId === id && event.version === version + 1));
  return new Set(made.map(({ id }) => id));
}
