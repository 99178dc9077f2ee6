import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotAllowed, NotFound, StaleVersion } from '../domain/errors.ts';
import { mayWithdraw } from '../domain/withdrawal.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { queueNews } from '../mail/news.service.ts';
import { changesSince } from './status-change.store.ts';
import { findVisibleReferral, type VisibleReferral } from './visible-referrals.store.ts';
import { enterWithdrawal, markWithdrawn } from './withdraw.store.ts';

export interface WithdrawRequest {
  referralId: string;
  /** The version its maker saw when deciding. */
  version: number;
  reason: string;
  press: FormPress | null;
}

type WithdrawDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/** Said where there is nothing to withdraw. */
export const GOT_HELP = 'They got help, so there is nothing to withdraw. If that is wrong, change the status first.';

/**
 * Withdraws a referral (R6): row, history, mail and the live hint in one transaction. Its Status links are dead from then on, and
 * nobody sets its status any more. Doing it again does nothing. Throws NotFound for everybody but its maker, NotAllowed after the
 * Seeker got help, StaleVersion when somebody changed the status meanwhile (R5).
 */
export async function withdrawReferral(deps: WithdrawDeps, actor: UserActor, request: WithdrawRequest): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const referral = await findVisibleReferral(tx, actor, request.referralId);
    if (!referral?.sides.includes('maker')) throw new NotFound();
    if (request.press && (await takePress(tx, request.press))) return;
    if (!referral.withdrawal) await withdraw(deps, tx, actor, referral, request);
    if (request.press) await finishPress(tx, request.press, `/referrals/${referral.id}`);
  });
}

async function withdraw(deps: WithdrawDeps, tx: Tx, actor: UserActor, referral: VisibleReferral, request: WithdrawRequest): Promise<void> {
  if (!mayWithdraw(referral.sides, referral)) throw new NotAllowed(GOT_HELP);
  const { referralId, version, reason } = request;
  const author = { actorUserId: actor.userId, actor: historyName(actor) };
  const withdrawal = { referralId, from: referral.status, version, reason, ...author, at: deps.clock.now() };
  if (!(await markWithdrawn(tx, withdrawal))) return settleAfterSomebodyElse(tx, actor, request);
  const event = await enterWithdrawal(tx, withdrawal);
  await queueNews(deps, tx, actor, { referral, eventId: event.id, at: withdrawal.at, kind: 'referral_withdrawn' });
  await notifyReferralChanged(tx, referralId, event.sequence);
}

/** Somebody was quicker: withdrawn in another tab is no conflict, a change of the status is. */
async function settleAfterSomebodyElse(tx: Tx, actor: UserActor, { referralId, version }: WithdrawRequest): Promise<void> {
  const now = await findVisibleReferral(tx, actor, referralId);
  if (!now) throw new NotFound();
  if (!now.withdrawal) throw new StaleVersion({ status: now.status, version: now.version }, await changesSince(tx, referralId, version));
}
