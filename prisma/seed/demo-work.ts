import type { UserActor } from '../../src/domain/actor.ts';
import type { Deps } from '../../src/deps.ts';
import { addGoal, completeGoal } from '../../src/goals/goal.service.ts';
import { visibleGoals, type Goal } from '../../src/goals/goal.store.ts';
import { fileUnderGoal } from '../../src/goals/referral-goal.service.ts';
import { addReferralNote, deleteReferralNote } from '../../src/notes/referral-note.service.ts';
import { addSeekerNote } from '../../src/notes/seeker-note.service.ts';
import type { Person } from './demo-cast.ts';

/** A note of the story, on the referral or on its Seeker's profile. */
export interface DemoNote {
  by: Person;
  days: number;
  body: string;
  about: 'referral' | 'profile';
  onlyTeam?: true;
  deletedDays?: number;
}

/** A Goal of the story; the referral it stands with is filed under it, unless `apart`. */
export interface DemoGoal {
  by: Person;
  days: number;
  title: string;
  detail?: string;
  apart?: true;
  doneDays?: number;
}

export type WorkAct = { kind: 'noted' | 'note_deleted'; note: DemoNote } | { kind: 'goal' | 'goal_done'; goal: DemoGoal };

interface Place {
  deps: Pick<Deps, 'db' | 'clock'>;
  actor: UserActor;
  referralId: string;
  seekerId: string;
}

/** What those who help do among each other. */
export async function playWork(place: Place, act: WorkAct): Promise<void> {
  switch (act.kind) {
    case 'noted':
      return writeNote(place, act.note);
    case 'note_deleted':
      return deleteNote(place, act.note);
    case 'goal':
      return fileGoal(place, act.goal);
    case 'goal_done':
      return finishGoal(place, act.goal);
  }
}

async function writeNote({ deps, actor, referralId, seekerId }: Place, { body, about, onlyTeam }: DemoNote): Promise<void> {
  if (about === 'referral') await addReferralNote(deps, actor, { referralId, body, ownSideOnly: onlyTeam ?? false, press: null });
  else await addSeekerNote(deps, actor, { seekerId, goalId: null, body, press: null });
}

async function deleteNote({ deps, actor, referralId }: Place, { body }: DemoNote): Promise<void> {
  const { id } = await deps.db.note.findFirstOrThrow({ where: { referralId, body } });
  await deleteReferralNote(deps, actor, referralId, id);
}

async function fileGoal(place: Place, { title, detail, apart }: DemoGoal): Promise<void> {
  const { deps, actor, referralId, seekerId } = place;
  if (!(await goalTitled(place, title))) await addGoal(deps, actor, seekerId, { title, detail: detail ?? '' }, null);
  const goal = await goalTitled(place, title);
  if (goal && !apart) await fileUnderGoal(deps, actor, referralId, goal.id);
}

async function goalTitled({ deps, actor, seekerId }: Place, title: string): Promise<Goal | undefined> {
  return (await visibleGoals(deps.db, actor, seekerId)).find((goal) => goal.title === title);
}

async function finishGoal(place: Place, { title }: DemoGoal): Promise<void> {
  const { deps, actor, seekerId } = place;
  const goal = await goalTitled(place, title);
  if (!goal) throw new Error(`The story completes a Goal that nobody added: ${title}`);
  await completeGoal(deps, actor, { seekerId, goalId: goal.id, version: goal.version });
}
