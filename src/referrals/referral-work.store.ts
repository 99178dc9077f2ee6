import type { UserActor } from '../domain/actor.ts';
import { worksWithGoals } from '../domain/goal-policy.ts';
import { mayDeleteNote, noteSidesOf } from '../domain/note-policy.ts';
import type { Reader } from '../db/client.ts';
import { goalIdOf } from '../goals/filed.store.ts';
import { visibleGoals, type Goal } from '../goals/goal.store.ts';
import { otherClaimers } from '../notes/note-readers.store.ts';
import { keptNotesOn, notesOn } from '../notes/note-list.store.ts';
import type { Note } from '../notes/note.store.ts';
import type { ReferralDetail } from './referral.store.ts';

/** What those who help on a referral do among each other, as far as one of them may see it. */
export interface ReferralWork {
  /** Null for the Seeker (R12). */
  notes: { list: (Note & { mayDelete: boolean })[]; kept: Note[]; claimers: { names: string[]; more: number } } | null;
  /** Null for everybody but the referring side (R11). */
  goals: { seen: Goal[]; filedUnder: string | null } | null;
}

/** Notes and Goals around a referral that was found for this person; `limit` is that of history. */
export async function referralWork(db: Reader, user: UserActor, referral: ReferralDetail, limit: number): Promise<ReferralWork> {
  const [notes, goals] = await Promise.all([notesFor(db, user, referral, limit), goalsFor(db, user, referral)]);
  return { notes, goals };
}

async function notesFor(db: Reader, user: UserActor, referral: ReferralDetail, limit: number): Promise<ReferralWork['notes']> {
  if (noteSidesOf(referral.sides).length === 0) return null;
  const [list, kept, claimers] = await Promise.all([
    notesOn(db, referral),
    keptNotesOn(db, referral, limit),
    otherClaimers(db, referral.programId, user.userId),
  ]);
  return { list: list.map((note) => ({ ...note, mayDelete: mayDeleteNote(user, referral.sides, note, referral) })), kept, claimers };
}

async function goalsFor(db: Reader, user: UserActor, referral: ReferralDetail): Promise<ReferralWork['goals']> {
  if (!worksWithGoals(referral.sides)) return null;
  const [seen, filedUnder] = await Promise.all([visibleGoals(db, user, referral.seekerId), goalIdOf(db, user, referral.id)]);
  return { seen, filedUnder };
}
