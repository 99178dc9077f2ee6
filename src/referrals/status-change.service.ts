import { userIdOf, type Actor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { IdempotencyMismatch, NotFound, StaleVersion } from '../domain/errors.ts';
import { assertMaySetStatus } from '../domain/referral-policy.ts';
import type { Status } from '../domain/referral-status.ts';
import { ReferralWithdrawn } from '../domain/withdrawal.ts';
import { newId } from '../db/new-id.ts';
import { untilItStands } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { statusNews } from '../mail/referral-mail.service.ts';
import { recordSeen } from './seen.store.ts';
import { changesSince, isSaid, wasSaved, type StatusPress, type Via } from './status-change.store.ts';
import { moveStatus, type StatusMove } from './status-move.store.ts';
import { findReferralToChange, findVisibleReferral, type ReferralToChange, type VisibleReferral } from './visible-referrals.store.ts';

/** The one shape of a status change, for the doors of other features too (R3). */
export { StatusChange, type StatusChangeInput } from './status-change.forms.ts';

export interface StatusChangeRequest {
  referralId: string;
  to: Status;
  /** The version the person saw when choosing. */
  version: number;
  reason: string | null;
  via: Via;
  /** The press of the form this came from, if it came from one. */
  press?: StatusPress | null;
}

export interface StatusChangeResult {
  /** False when it had that status already: then nothing was written (R4). */
  changed: boolean;
  version: number;
  /** False when a reason came with it that history does not hold: whoever wrote it is told (ADR 0156). */
  reasonKept: boolean;
}

type ChangeDeps = Pick<Deps, 'db' | 'clock'>;

/**
 * Changes a referral's status for whoever may (R3 to R6): one reading, then the row, its history, the mail and the live hint in one
 * statement. Setting the status it already has does nothing. Throws NotFound, NotAllowed, ReferralWithdrawn or StaleVersion.
 */
export async function changeReferralStatus(deps: ChangeDeps, actor: Actor, request: StatusChangeRequest): Promise<StatusChangeResult> {
  return untilItStands(async () => {
    const found = await findReferralToChange(deps.db, actor, request.referralId);
    if (!found) throw new NotFound();
    const { status, sides, withdrawal } = found.referral;
    if (withdrawal) return settleAfterSomebodyElse(deps, actor, request);
    if (isAlready(status, request.to)) return leaveAsItIs(deps, actor, found.referral, request);
    assertMaySetStatus(sides, request.to);
    const moved = await moveStatus(deps.db, moveOf(actor, found, request, deps.clock.now()));
    return moved ? { changed: true, version: request.version + 1, reasonKept: true } : settleAfterSomebodyElse(deps, actor, request);
  });
}

/** The status it already has is no change, whoever sets it (R4); "Not updated" is nobody's to set. */
function isAlready(status: Status, to: Status): boolean {
  return status === to && to !== 'not_updated';
}

function moveOf(actor: Actor, { referral, parties }: ReferralToChange, request: StatusChangeRequest, at: Date): StatusMove {
  const { referralId, to, version, reason, via, press = null } = request;
  const eventId = newId();
  return {
    referralId,
    eventId,
    from: referral.status,
    to,
    version,
    reason,
    via,
    press,
    byProgram: referral.sides.includes('program'),
    actorUserId: userIdOf(actor),
    actor: historyName(actor),
    at,
    ...statusNews(actor, referral, parties, eventId),
  };
}

/**
 * Nothing moved, because somebody was quicker or the same press came before. This reads what they wrote: the same status is no
 * conflict, and a second press of a form that was saved is answered like the first.
 */
async function settleAfterSomebodyElse(deps: ChangeDeps, actor: Actor, request: StatusChangeRequest): Promise<StatusChangeResult> {
  const { referralId, to, version, press = null } = request;
  const now = await findVisibleReferral(deps.db, actor, referralId);
  if (!now) throw new NotFound();
  // attack: a key of another form, sent again with other contents, must not pass for a save.
  if (now.version === version && press && !now.withdrawal) throw new IdempotencyMismatch();
  const settled = (!now.withdrawal && now.status === to) || (press !== null && (await wasSaved(deps.db, press)));
  if (!settled && now.withdrawal) throw new ReferralWithdrawn();
  if (!settled) throw new StaleVersion({ status: now.status, version: now.version }, await changesSince(deps.db, referralId, version));
  return leaveAsItIs(deps, actor, now, request);
}

/** Nothing is written but that the Program has seen it; whether a reason is lost by that is for the door to say. */
async function leaveAsItIs(
  deps: ChangeDeps,
  actor: Actor,
  referral: VisibleReferral,
  request: StatusChangeRequest,
): Promise<StatusChangeResult> {
  await recordFirstAct(deps, actor, referral, request.via);
  const { to, version, reason } = request;
  const reasonKept = reason === null || (await isSaid(deps.db, referral.id, { to, version, reason }));
  return { changed: false, version: referral.version, reasonKept };
}

/** What the Program chose was chosen by somebody else first: it has still seen the referral now (R6). */
async function recordFirstAct({ db, clock }: ChangeDeps, actor: Actor, referral: VisibleReferral, via: Via): Promise<void> {
  if (referral.seenAt || !referral.sides.includes('program')) return;
  await recordSeen(db, { referralId: referral.id, via, actorUserId: userIdOf(actor), actor: historyName(actor), at: clock.now() });
}
