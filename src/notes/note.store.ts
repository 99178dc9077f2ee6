import type { HistoryName } from '../domain/display-name.ts';
import type { NoteSide } from '../domain/note-policy.ts';
import type { Reader, Tx } from '../db/client.ts';

/** A note, or what is left of it: the text of a deleted one is gone (R19). */
export interface Note {
  id: string;
  seekerId: string;
  referralId: string | null;
  goalId: string | null;
  body: string | null;
  side: NoteSide;
  ownSideOnly: boolean;
  sharedTeamIds: string[];
  authorId: string;
  authorName: string;
  authorOrganization: string | null;
  createdAt: Date;
  deletedAt: Date | null;
  deletedByName: string | null;
  deletedByOrganization: string | null;
}

export interface NewNote {
  seekerId: string;
  referralId: string | null;
  goalId: string | null;
  body: string;
  side: NoteSide;
  ownSideOnly: boolean;
  sharedTeamIds: readonly string[];
  authorId: string;
  author: HistoryName;
  at: Date;
}

export async function insertNote(tx: Tx, { author, at, sharedTeamIds, ...facts }: NewNote): Promise<string> {
  const { id } = await tx.note.create({
    data: {
      ...facts,
      sharedTeamIds: [...sharedTeamIds],
      authorName: author.name,
      authorOrganization: author.organization,
      createdAt: at,
    },
    select: { id: true },
  });
  return id;
}

/** Takes a note's text and keeps by whom and when (R19); false when somebody was quicker. */
export async function takeNoteText(tx: Tx, noteId: string, by: HistoryName, at: Date): Promise<boolean> {
  const { count } = await tx.note.updateMany({
    where: { id: noteId, deletedAt: null },
    data: { body: null, deletedAt: at, deletedByName: by.name, deletedByOrganization: by.organization },
  });
  return count === 1;
}

/** A note on this referral, whoever may read it: the policy decides. */
export async function findNoteOn(db: Reader, referralId: string, noteId: string): Promise<Note | null> {
  return db.note.findFirst({ where: { id: noteId, referralId } });
}

/** A note on this Seeker's profile or on one of their Goals, whoever may read it: the policy decides. */
export async function findSeekerNote(db: Reader, seekerId: string, noteId: string): Promise<Note | null> {
  return db.note.findFirst({ where: { id: noteId, seekerId, referralId: null } });
}
