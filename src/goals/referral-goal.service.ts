import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { worksWithGoals } from '../domain/goal-policy.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { insertEntry } from '../referrals/history-entry.store.ts';
import { fileReferral, holdReferral, type ReferralToFile } from './filed.store.ts';
import { findVisibleGoal } from './goal.store.ts';

/**
 * Adds a referral to a Goal, moves it to another or, with null, removes it (R24), and tells whose it is. Filing it where it is
 * already does nothing. Throws NotFound for whoever does not work with the Goals of that Seeker, and for a Goal they do not see.
 */
export async function fileUnderGoal(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: UserActor,
  referralId: string,
  goalId: string | null,
): Promise<{ seekerId: string }> {
  return inTransaction(deps, async (tx) => {
    const referral = await holdReferral(tx, user, referralId);
    if (!referral || !worksWithGoals(referral.sides)) throw new NotFound();
    if (goalId !== null && !(await findVisibleGoal(tx, user, referral.seekerId, goalId))) throw new NotFound();
    if (referral.goalId !== goalId) await move(deps, tx, user, referral, goalId);
    return { seekerId: referral.seekerId };
  });
}

async function move(
  deps: Pick<Deps, 'clock'>,
  tx: Tx,
  user: UserActor,
  { id, seekerId, goalId: from }: ReferralToFile,
  to: string | null,
): Promise<void> {
  // Who does not see where it is filed must not take it away from there unseen.
  if (from !== null && !(await findVisibleGoal(tx, user, seekerId, from)))
    throw new NotAllowed('This referral is filed under a Goal that is not shared with you. Ask whoever filed it there.');
  await fileReferral(tx, id, to);
  const kind = from === null ? 'goal_added' : to === null ? 'goal_removed' : 'goal_moved';
  const entry = { referralId: id, kind, reason: to ?? from ?? '', actorUserId: user.userId, actor: historyName(user) } as const;
  await notifyReferralChanged(tx, id, await insertEntry(tx, { ...entry, at: deps.clock.now() }));
}
