import { seekerFor, type KnownSeeker } from '../domain/referral-policy.ts';
import { writingSideOf } from '../domain/note-policy.ts';
import type { NotesSection } from '../http/note-components.ts';
import type { FormState } from './fields.ts';
import { noteReaders } from './note-readers.ts';
import { addNote, noteItem, type NoteFacts } from './notes.ts';

/** The referral the notes are on, as its reader has it. */
export interface NotedReferral extends KnownSeeker<{ firstName: string }> {
  id: string;
  teamIds: readonly string[];
  teamNames: readonly string[];
  programName: string;
  madeById: string | null;
  makerName: string;
}

export interface ReferralNotesFacts {
  referral: NotedReferral;
  userId: string;
  notes: readonly NoteFacts[];
  claimers: { names: readonly string[]; more: number };
  timeZone: string;
  formKey: () => string;
  /** What was written before: a note that could not be saved, or words that may become one. */
  failed?: FormState | null;
}

/** The notes on a referral and the form for another, which says who will read it (R19). */
export function referralNotes({ referral, userId, notes, claimers, timeZone, formKey, failed }: ReferralNotesFacts): NotesSection {
  const below = `/referrals/${referral.id}`;
  const readers = noteReaders({
    side: writingSideOf(referral.sides, referral.teamIds) ?? 'referring',
    seekerFirstName: seekerFor(referral).firstName,
    programName: referral.programName,
    isClaimer: referral.sides.includes('program'),
    claimers,
    makerName: referral.madeById === null ? null : referral.makerName,
    isMaker: referral.madeById === userId,
    teamNames: referral.teamNames,
  });
  return {
    notes: notes.map((note) => noteItem(note, below, { timeZone, formKey })),
    add: addNote({ below, formKey: formKey(), readers: readers.all, ownReaders: readers.own, failed: failed ?? null }),
  };
}
