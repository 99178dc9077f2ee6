import { isUser, type Actor } from '../domain/actor.ts';
import { noteSidesOf } from '../domain/note-policy.ts';
import type { Side } from '../domain/visibility.ts';
import type { Reader } from '../db/client.ts';
import type { Note } from './note.store.ts';

/** No page shows more. */
const MOST = 500;

/** The notes on a referral already found for somebody, as far as these sides read them, oldest first (R19). */
export async function notesOn(db: Reader, referral: { id: string; sides: readonly Side[] }): Promise<Note[]> {
  const sides = noteSidesOf(referral.sides);
  if (sides.length === 0) return [];
  const notes = await db.note.findMany({
    where: { referralId: referral.id, deletedAt: null, OR: [{ ownSideOnly: false }, { side: { in: sides } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  return notes.reverse();
}

/**
 * What one's own side did with notes it kept to itself, newest first: such a note writes no entry into the history that both sides
 * read, its own row is the history of it (R6, R19).
 */
export async function keptNotesOn(db: Reader, referral: { id: string; sides: readonly Side[] }, limit: number): Promise<Note[]> {
  const sides = noteSidesOf(referral.sides);
  if (sides.length === 0) return [];
  return db.note.findMany({
    where: { referralId: referral.id, ownSideOnly: true, side: { in: sides } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

/**
 * The notes on a Seeker's profile, or with `goalId` on that Goal, that the actor wrote or a Team of theirs was given, deleted ones
 * among them, newest first. For a Seeker already found for whoever helps them (R8, R9, R11).
 */
export async function sharedNotes(db: Reader, actor: Actor, seekerId: string, goalId: string | null): Promise<Note[]> {
  if (!isUser(actor)) return [];
  const teamIds = actor.memberships.map((one) => one.teamId);
  return db.note.findMany({
    where: { seekerId, referralId: null, goalId, OR: [{ authorId: actor.userId }, { sharedTeamIds: { hasSome: teamIds } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
}
