import { userIdOf, type Actor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { IdempotencyMismatch, NotFound, StaleVersion } from '../domain/errors.ts';
import { assertMaySetStatus } from '../domain/referral-policy.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { queueStatusMail } from '../mail/referral-mail.service.ts';
import { recordSeen } from './seen.store.ts';
import { changesSince, moveStatus, wasPressed, type StatusPress, type Via, type WrittenEvent } from './status-change.store.ts';
import { findVisibleReferral, type VisibleReferral } from './visible-referrals.store.ts';

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
}

type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/**
 * Changes a referral's status for whoever may (R3 to R6): the row, its history, the mail and the live hint in one
 * transaction. Setting the status it already has does nothing. Throws NotFound, NotAllowed or StaleVersion.
 */
export async function changeReferralStatus(deps: ChangeDeps, actor: Actor, request: StatusChangeRequest): Promise<StatusChangeResult> {
  return inTransaction(deps, async (tx) => {
    const referral = await findVisibleReferral(tx, actor, request.referralId);
    if (!referral) throw new NotFound();
    if (isAlready(referral.status, request.to)) return { changed: false, version: referral.version };
    assertMaySetStatus(referral.sides, request.to);
    const at = deps.clock.now();
    const seen = await recordFirstAct(tx, actor, referral, request.via, at);
    const event = await moveStatus(tx, moveOf(actor, referral, request, at));
    if (!event) return settleAfterSomebodyElse(tx, actor, request, seen);
    await queueStatusMail(deps, tx, actor, referral, event.id);
    await notifyReferralChanged(tx, referral.id, event.sequence);
    return { changed: true, version: request.version + 1 };
  });
}

/** The status it already has is no change, whoever sets it (R4); "Not updated" is nobody's to set. */
function isAlready(status: Status, to: Status): boolean {
  return status === to && to !== 'not_updated';
}

/** The Program's first act on a referral is also the first time it has seen it (R6). */
async function recordFirstAct(tx: Tx, actor: Actor, referral: VisibleReferral, via: Via, at: Date): Promise<WrittenEvent | null> {
  if (referral.seenAt || !referral.sides.includes('program')) return null;
  return recordSeen(tx, { referralId: referral.id, via, actorUserId: userIdOf(actor), actor: historyName(actor), at });
}

function moveOf(actor: Actor, referral: VisibleReferral, request: StatusChangeRequest, at: Date): Parameters<typeof moveStatus>[1] {
  const { to, version, reason, via, press = null } = request;
  return {
    referralId: referral.id,
    from: referral.status,
    to,
    version,
    reason,
    via,
    press,
    actorUserId: userIdOf(actor),
    actor: historyName(actor),
    at,
  };
}

/**
 * Nothing moved, because somebody was quicker or the same press came before. Under READ COMMITTED this reads what they
 * wrote: the same status is no conflict, and a second press of a form that was saved is answered like the first.
 */
async function settleAfterSomebodyElse(
  tx: Tx,
  actor: Actor,
  { referralId, to, version, press = null }: StatusChangeRequest,
  seen: WrittenEvent | null,
): Promise<StatusChangeResult> {
  const now = await findVisibleReferral(tx, actor, referralId);
  if (!now) throw new NotFound();
  // attack: a key of another form, sent again with other contents, must not pass for a save.
  if (now.version === version && press) throw new IdempotencyMismatch();
  const settled = now.status === to || (press !== null && (await wasPressed(tx, press)));
  if (!settled) throw new StaleVersion({ status: now.status, version: now.version }, await changesSince(tx, referralId, version));
  if (seen) await notifyReferralChanged(tx, referralId, seen.sequence);
  return { changed: false, version: now.version };
}
