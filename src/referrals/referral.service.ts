import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { untilItStands } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { ONE_LOOK_MINUTES, OPEN_PAGE_MINUTES, lookerOf, recordLook } from './access-log.store.ts';
import { recordSeen } from './seen.store.ts';
import { findReferralDetail, type ReferralDetail } from './referral.store.ts';

type ReadDeps = Pick<Deps, 'db' | 'clock'>;

/**
 * Reads a referral for somebody who opens it. That they looked is recorded (R15); and that the Program saw it for the first time
 * (R6), if `seesIt`: a robot that reads ahead sees nothing. Nothing else changes. Throws NotFound for whoever may not see it.
 */
export async function openReferral(deps: ReadDeps, user: UserActor, referralId: string, seesIt: boolean): Promise<ReferralDetail> {
  const referral = await readReferral(deps, user, referralId, ONE_LOOK_MINUTES);
  if (!seesIt || referral.seenAt || !referral.sides.includes('program')) return referral;
  const at = deps.clock.now();
  await recordFirstLook(deps, user, referralId, at);
  return { ...referral, seenAt: at };
}

/**
 * Reads it again for a page that is open and refreshes itself: opening it was recorded then.
 * attack: calling every reading a refresh must not leave a reader without a trace, so one older than a session is recorded.
 */
export async function refreshReferral(deps: ReadDeps, user: UserActor, referralId: string): Promise<ReferralDetail> {
  return readReferral(deps, user, referralId, OPEN_PAGE_MINUTES);
}

async function readReferral(deps: ReadDeps, user: UserActor, referralId: string, oneLookMinutes: number): Promise<ReferralDetail> {
  const referral = await findReferralDetail(deps.db, user, referralId);
  if (!referral) throw new NotFound();
  const look = { ...lookerOf(user, deps.clock.now()), seekerId: referral.seekerId, referralId };
  await recordLook(deps.db, look, oneLookMinutes);
  return referral;
}

async function recordFirstLook(deps: ReadDeps, user: UserActor, referralId: string, at: Date): Promise<void> {
  await untilItStands(() => recordSeen(deps.db, { referralId, via: 'dashboard', actorUserId: user.userId, actor: historyName(user), at }));
}
