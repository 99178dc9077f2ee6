import type { UserActor } from '../domain/actor.ts';
import { foreseen, type BulkOutcome } from '../domain/bulk-change.ts';
import { NotAllowed, NotFound, StaleVersion } from '../domain/errors.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Deps } from '../deps.ts';
import { changeReferralStatus } from '../referrals/status-change.service.ts';
import { movesMade, type BulkReview, type BulkRow, type WantedMove } from './bulk.store.ts';
import { rowsById, type InboundRow } from './inbound-row.store.ts';
import { assertClaims } from './inbound.service.ts';

export interface BulkChange {
  programId: string;
  picks: readonly WantedMove[];
  to: Status;
  reason: string | null;
}

type BulkDeps = Pick<Deps, 'db' | 'clock'>;

/** What would come of a bulk change; nothing is written. Throws NotFound for whoever does not work on the Program (R13). */
export async function reviewBulk({ db }: Pick<Deps, 'db'>, actor: UserActor, change: BulkChange): Promise<BulkReview> {
  const { programId, picks, to } = change;
  assertClaims(actor, programId);
  const rows = await rowsOfPicks(db, actor, change);
  const reviewed = rows.map((row) => ({ row, outcome: foreseen(row, versionOf(row, picks), to) }));
  return { rows: reviewed, gone: picks.length - rows.length };
}

/**
 * Changes each of them by itself, as its own form would: same guard, history, mail and live hint (R3 to R6). What cannot be changed
 * stops nothing else. Sending it again changes nothing and tells the same of what was changed before.
 */
export async function changeMany(deps: BulkDeps, actor: UserActor, change: BulkChange): Promise<BulkReview> {
  const { programId, picks, to } = change;
  assertClaims(actor, programId);
  const before = await rowsOfPicks(deps.db, actor, change);
  for (const row of before) await tryChange(deps, actor, change, row);
  const made = await movesMade(deps.db, actor.userId, picks, to);
  const after = await rowsOfPicks(deps.db, actor, change);
  const rows = after.map((row): BulkRow => ({ row, outcome: made.has(row.id) ? 'changes' : happened(row, change) }));
  return { rows, gone: picks.length - after.length };
}

/** What cannot be changed any more, or not by this person, is told by what is there afterwards. */
async function tryChange(deps: BulkDeps, actor: UserActor, { picks, to, reason }: BulkChange, row: InboundRow): Promise<void> {
  const version = versionOf(row, picks);
  if (foreseen(row, version, to) !== 'changes') return;
  try {
    await changeReferralStatus(deps, actor, { referralId: row.id, to, version, reason, via: 'dashboard' });
  } catch (error) {
    if (!(error instanceof StaleVersion || error instanceof NotAllowed || error instanceof NotFound)) throw error;
  }
}

function happened(row: InboundRow, { picks, to }: BulkChange): BulkOutcome {
  const outcome = foreseen(row, versionOf(row, picks), to);
  return outcome === 'changes' ? 'meanwhile' : outcome;
}

async function rowsOfPicks(db: Deps['db'], actor: UserActor, { programId, picks }: BulkChange): Promise<InboundRow[]> {
  const ids = picks.map(({ id }) => id);
  return rowsById(db, actor, programId, ids);
}

function versionOf({ id }: InboundRow, picks: readonly WantedMove[]): number {
  return picks.find((pick) => pick.id === id)?.version ?? 0;
}
