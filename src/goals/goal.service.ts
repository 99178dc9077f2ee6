import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { sharingTeamIds } from '../domain/membership.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifySeekerChanged } from '../people/seeker-hint.service.ts';
import { findWorkedSeeker } from '../people/worked-seeker.store.ts';
import { findVisibleGoal, insertGoal, moveGoal, type Goal, type GoalChange } from './goal.store.ts';

type GoalDeps = Pick<Deps, 'db' | 'clock'>;

export interface GoalWords {
  title: string;
  detail: string;
}

/** Somebody else changed the Goal since it was read: what it is now (R24). */
export class StaleGoal extends Error {
  override name = 'StaleGoal';
  readonly goal: Goal;
  constructor(goal: Goal) {
    super('Changed meanwhile');
    this.goal = goal;
  }
}

/**
 * Adds a Goal for a Seeker, shared with its maker's Teams as they share at this moment (R9, R24), and tells where it stands. Pressing
 * twice adds one. Throws NotFound for whoever does not help that Seeker.
 */
export async function addGoal(
  deps: GoalDeps,
  user: UserActor,
  seekerId: string,
  words: GoalWords,
  press: FormPress | null,
): Promise<string> {
  return inTransaction(deps, async (tx) => {
    if (!(await findWorkedSeeker(tx, user, seekerId))) throw new NotFound();
    const before = press ? await takePress(tx, press) : null;
    if (before) return before.location;
    const sharedTeamIds = sharingTeamIds(user);
    const facts = { seekerId, ...words, sharedTeamIds, createdById: user.userId, author: historyName(user), at: deps.clock.now() };
    const goalId = await insertGoal(tx, facts);
    await notifySeekerChanged(tx, user, seekerId, sharedTeamIds);
    const location = `/people/${seekerId}#goal-${goalId}`;
    if (press) await finishPress(tx, press, location);
    return location;
  });
}

/** A Goal for whoever helps the Seeker and sees it; throws NotFound for everybody else (R11, R13). */
export async function findGoal(db: Tx, user: UserActor, seekerId: string, goalId: string): Promise<Goal> {
  const goal = (await findWorkedSeeker(db, user, seekerId)) && (await findVisibleGoal(db, user, seekerId, goalId));
  if (!goal) throw new NotFound();
  return goal;
}

export interface SeenGoal {
  seekerId: string;
  goalId: string;
  /** The version the person saw. */
  version: number;
}

/** Changes what a Goal says. Throws StaleGoal when somebody else changed it meanwhile, unless it says the same now. */
export async function editGoal(deps: GoalDeps, user: UserActor, seen: SeenGoal, { title, detail }: GoalWords): Promise<void> {
  await changeGoal(deps, user, seen, { title, detail }, (goal) => goal.title === title && goal.detail === detail);
}

/** Completes a Goal; one that is completed already stays as it is. */
export async function completeGoal(deps: GoalDeps, user: UserActor, seen: SeenGoal): Promise<void> {
  await changeGoal(deps, user, seen, { completedAt: deps.clock.now() }, ({ completedAt }) => completedAt !== null);
}

/** Reopens a completed Goal; one that is open stays so. */
export async function reopenGoal(deps: GoalDeps, user: UserActor, seen: SeenGoal): Promise<void> {
  await changeGoal(deps, user, seen, { completedAt: null }, ({ completedAt }) => completedAt === null);
}

async function changeGoal(
  deps: GoalDeps,
  user: UserActor,
  { seekerId, goalId, version }: SeenGoal,
  change: GoalChange,
  isSo: (goal: Goal) => boolean,
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const goal = await findGoal(tx, user, seekerId, goalId);
    if (isSo(goal)) return;
    if (!(await moveGoal(tx, { id: goalId, version }, change, historyName(user), deps.clock.now()))) {
      const now = await findGoal(tx, user, seekerId, goalId);
      if (isSo(now)) return;
      throw new StaleGoal(now);
    }
    await notifySeekerChanged(tx, user, seekerId, goal.sharedTeamIds);
  });
}
