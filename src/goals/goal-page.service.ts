import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { sharedNotes } from '../notes/note-list.store.ts';
import type { Note } from '../notes/note.store.ts';
import type { HelpedSeeker } from '../people/seeker.store.ts';
import { withRight } from '../people/seeker-work.store.ts';
import { findWorkedSeeker } from '../people/worked-seeker.store.ts';
import { ONE_LOOK_MINUTES, OPEN_PAGE_MINUTES, lookerOf, recordLook } from '../referrals/access-log.store.ts';
import { referralsUnder, type FiledReferral } from './filed.store.ts';
import { findGoal } from './goal.service.ts';
import type { Goal } from './goal.store.ts';
import { teamNamesOf } from './team-name.store.ts';

export interface OpenedGoal {
  goal: Goal;
  seeker: HelpedSeeker;
  referrals: FiledReferral[];
  notes: (Note & { mayDelete: boolean })[];
  sharedWith: string[];
}

/**
 * Reads a Goal for somebody who opens it: a look at the Seeker's profile, recorded as one (R15), as ADR 0040 has it for pages that
 * refresh themselves. Throws NotFound for whoever does not see it (R11, R13).
 */
export async function openGoal(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  user: UserActor,
  { seekerId, goalId }: { seekerId: string; goalId: string },
  refreshing: boolean,
): Promise<OpenedGoal> {
  const goal = await findGoal(db, user, seekerId, goalId);
  const look = { ...lookerOf(user, clock.now()), seekerId, referralId: null };
  await recordLook(db, look, refreshing ? OPEN_PAGE_MINUTES : ONE_LOOK_MINUTES);
  const [seeker, referrals, notes, sharedWith] = await Promise.all([
    findWorkedSeeker(db, user, seekerId),
    referralsUnder(db, user, { id: goalId, seekerId }),
    sharedNotes(db, user, seekerId, goalId),
    teamNamesOf(db, goal.sharedTeamIds),
  ]);
  if (!seeker) throw new NotFound();
  return { goal, seeker, referrals, notes: notes.map((note) => withRight(user, note)), sharedWith };
}
