import { userIdOf, type Actor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound, StaleVersion } from '../domain/errors.ts';
import { assertMaySetStatus } from '../domain/referral-policy.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { queueStatusMail } from '../mail/referral-mail.service.ts';
import { recordSeen } from './seen.store.ts';
import { changesSince, moveStatus, type Via, type WrittenEvent } from './status-change.store.ts';
import { findVisibleReferral, type VisibleReferral } from './visible-referrals.store.ts';

export interface StatusChangeRequest {
  referralId: string;
  to: Status;
  /** The version the person saw when choosing. */
  version: number;
  reason: string | null;
  via: Via;
}

type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/**
 * Changes a referral's status for whoever may (R3 to R6): the row, its history, the mail and the live hint in one
 * transaction. Setting the status it already has does nothing. Throws NotFound, NotAllowed or StaleVersion.
 */
export async function changeReferralStatus(deps: ChangeDeps, actor: Actor, request: StatusChangeRequest): Promise<{ changed: boolean }> {
  return inTransaction(deps, async (tx) => {
    const referral = await findVisibleReferral(tx, actor, request.referralId);
    if (!referral) throw new NotFound();
    if (referral.status === request.to) return { changed: false };
    assertMaySetStatus(referral.sides, request.to);
    const at = deps.clock.now();
    await recordFirstAct(tx, actor, referral, request.via, at);
    const event = await writeMove(tx, actor, referral, request, at);
    await queueStatusMail(deps, tx, actor, referral, event.id);
    await notifyReferralChanged(tx, referral.id, event.sequence);
    return { changed: true };
  });
}

/** The Program's first act on a referral is also the first time it has seen it (R6). */
async function recordFirstAct(tx: Tx, actor: Actor, referral: VisibleReferral, via: Via, at: Date): Promise<void> {
  if (referral.seenAt || !referral.sides.includes('program')) return;
  await recordSeen(tx, { referralId: referral.id, via, actorUserId: userIdOf(actor), actor: historyName(actor), at });
}

async function writeMove(tx: Tx, actor: Actor, referral: VisibleReferral, request: StatusChangeRequest, at: Date): Promise<WrittenEvent> {
  const { to, version, reason, via } = request;
  const event = await moveStatus(tx, {
    referralId: referral.id,
    from: referral.status,
    to,
    version,
    reason,
    via,
    actorUserId: userIdOf(actor),
    actor: historyName(actor),
    at,
  });
  if (event) return event;
  throw await stale(tx, actor, request);
}

/** Reads what is true now: under READ COMMITTED the loser of a race sees what the winner wrote. */
async function stale(tx: Tx, actor: Actor, { referralId, version }: StatusChangeRequest): Promise<Error> {
  const now = await findVisibleReferral(tx, actor, referralId);
  if (!now) return new NotFound();
  return new StaleVersion({ status: now.status, version: now.version }, await changesSince(tx, referralId, version));
}
