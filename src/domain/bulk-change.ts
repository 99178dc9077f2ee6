import type { Status } from './referral-status.ts';
import type { Withdrawal } from './withdrawal.ts';

/** What comes of one row when many are changed at once (U-15). */
export type BulkOutcome = 'changes' | 'already' | 'meanwhile' | 'withdrawn';

/** A referral as it is now. */
export interface Standing {
  status: Status;
  version: number;
  withdrawal: Withdrawal | null;
}

/** What would come of changing it, for somebody who saw `version`: nobody's change is overwritten unseen (R5). */
export function foreseen(now: Standing, version: number, to: Status): BulkOutcome {
  if (now.withdrawal) return 'withdrawn';
  if (now.status === to) return 'already';
  return now.version === version ? 'changes' : 'meanwhile';
}
