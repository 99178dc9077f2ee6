import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { sharingTeamIds } from '../domain/membership.ts';
import { mayDeleteShared } from '../domain/note-policy.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { findVisibleGoal } from '../goals/goal.store.ts';
import { notifySeekerChanged } from '../people/seeker-hint.service.ts';
import { findWorkedSeeker } from '../people/worked-seeker.store.ts';
import { findSeekerNote, insertNote, takeNoteText, type Note } from './note.store.ts';

export interface NewSeekerNote {
  seekerId: string;
  /** Null: on the profile itself. */
  goalId: string | null;
  body: string;
  press: FormPress | null;
}

type NoteDeps = Pick<Deps, 'db' | 'clock'>;

/**
 * Adds a note to a Seeker's profile, or to one of their Goals, and tells where it stands: for its author and the Teams of theirs
 * that share at this moment (R8, R9, R19), never for a Program (R11). Throws NotFound for whoever does not help that Seeker.
 */
export async function addSeekerNote(deps: NoteDeps, user: UserActor, note: NewSeekerNote): Promise<string> {
  return inTransaction(deps, async (tx) => {
    await assertReached(tx, user, note.seekerId, note.goalId);
    const before = note.press ? await takePress(tx, note.press) : null;
    if (before) return before.location;
    const { seekerId, goalId, body } = note;
    const sharedTeamIds = sharingTeamIds(user);
    const facts = { seekerId, referralId: null, goalId, body, side: 'referring' as const, ownSideOnly: false, sharedTeamIds };
    const noteId = await insertNote(tx, { ...facts, authorId: user.userId, author: historyName(user), at: deps.clock.now() });
    await notifySeekerChanged(tx, user, seekerId, sharedTeamIds);
    const location = `${placeOf({ seekerId, goalId })}#note-${noteId}`;
    if (note.press) await finishPress(tx, note.press, location);
    return location;
  });
}

/** Takes a note's text, and tells the page it was on. Throws NotFound for whoever may not, as if it were not there (R13, R19). */
export async function deleteSeekerNote(deps: NoteDeps, user: UserActor, seekerId: string, noteId: string): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const note = await findSeekerNote(tx, seekerId, noteId);
    await assertReached(tx, user, seekerId, note?.goalId ?? null);
    if (!note || !mayDeleteShared(user, { ownerId: note.authorId, sharedTeamIds: note.sharedTeamIds })) throw new NotFound();
    const taken = await takeNoteText(tx, noteId, historyName(user), deps.clock.now());
    if (taken) await notifySeekerChanged(tx, user, seekerId, note.sharedTeamIds);
    return `${placeOf(note)}#note-${noteId}`;
  });
}

function placeOf({ seekerId, goalId }: Pick<Note, 'seekerId' | 'goalId'>): string {
  return goalId ? `/people/${seekerId}/goals/${goalId}` : `/people/${seekerId}`;
}

async function assertReached(tx: Tx, user: UserActor, seekerId: string, goalId: string | null): Promise<void> {
  const reached = await findWorkedSeeker(tx, user, seekerId);
  if (!reached || (goalId !== null && !(await findVisibleGoal(tx, user, seekerId, goalId)))) throw new NotFound();
}
