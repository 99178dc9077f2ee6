import type { UserActor } from '../domain/actor.ts';
import { sharingTeamNames } from '../domain/membership.ts';
import { mayDeleteShared } from '../domain/note-policy.ts';
import type { Reader } from '../db/client.ts';
import { filedReferrals, type FiledReferral } from '../goals/filed.store.ts';
import { visibleGoals, type Goal } from '../goals/goal.store.ts';
import { sharedNotes } from '../notes/note-list.store.ts';
import type { Note } from '../notes/note.store.ts';
import { findWorkedSeeker } from './worked-seeker.store.ts';

/** What those who help a Seeker do among each other, as far as one of them may see it (R11, R17, R19, R24). */
export interface SeekerWork {
  seekerFirstName: string;
  notes: (Note & { mayDelete: boolean })[];
  goals: Goal[];
  /** The Seeker's referrals as the referring side sees them, with where they are filed. */
  referrals: FiledReferral[];
  /** The Teams that what they write now is shared with. */
  teamNames: string[];
}

/** Notes and Goals of a Seeker's Profile; null for Claimers and for the Seeker. */
export async function seekerWork(db: Reader, user: UserActor, seekerId: string): Promise<SeekerWork | null> {
  const seeker = await findWorkedSeeker(db, user, seekerId);
  if (!seeker) return null;
  const [notes, goals, referrals] = await Promise.all([
    sharedNotes(db, user, seekerId, null),
    visibleGoals(db, user, seekerId),
    filedReferrals(db, user, seekerId),
  ]);
  return {
    seekerFirstName: seeker.firstName,
    notes: notes.map((note) => withRight(user, note)),
    goals,
    referrals,
    teamNames: sharingTeamNames(user),
  };
}

/** With whether its reader may delete it. */
export function withRight(user: UserActor, note: Note): Note & { mayDelete: boolean } {
  return { ...note, mayDelete: mayDeleteShared(user, { ownerId: note.authorId, sharedTeamIds: note.sharedTeamIds }) };
}
