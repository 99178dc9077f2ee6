import type { UserActor } from './actor.ts';
import { isReferringSide } from './referral-policy.ts';
import type { Side } from './visibility.ts';

/** The side a note is written from, and may be kept to (R19). */
export type NoteSide = 'referring' | 'program';

/** How long a note may be. */
export const NOTE_MAX = 4_000;

/**
 * The sides from which somebody reads the notes of a referral; none: for them there are no notes. Never the Seeker, whatever
 * else they are on it (R12, R19). Somebody on both sides reads those of both.
 */
export function noteSidesOf(sides: readonly Side[]): NoteSide[] {
  if (sides.includes('seeker')) return [];
  const referring: NoteSide[] = isReferringSide(sides) ? ['referring'] : [];
  return sides.includes('program') ? [...referring, 'program'] : referring;
}

/**
 * The side somebody writes from; null for who writes no notes. Who is on both writes as one of the Team that shares the referral,
 * or, where no Team does, as one of the Program's Claimers: "Only my team" must be a team (ADR 0100).
 */
export function writingSideOf(sides: readonly Side[], teamIds: readonly string[]): NoteSide | null {
  const [first = null, second = null] = noteSidesOf(sides);
  return second !== null && teamIds.length === 0 ? second : first;
}

export interface NoteOnReferral {
  authorId: string;
  side: NoteSide;
  ownSideOnly: boolean;
}

/** A note one's own side wrote, or that was kept from nobody who helps. */
export function mayReadNote(note: NoteOnReferral, sides: readonly Side[]): boolean {
  const read = noteSidesOf(sides);
  return note.ownSideOnly ? read.includes(note.side) : read.length > 0;
}

/** Whoever reads it may delete it when they wrote it, or are an admin of a Team that reads it (R19). */
export function mayDeleteNote(
  user: UserActor,
  sides: readonly Side[],
  note: NoteOnReferral,
  referral: { teamIds: readonly string[]; programId: string },
): boolean {
  if (!mayReadNote(note, sides)) return false;
  const kept = note.ownSideOnly ? note.side : null;
  const teamIds = kept === 'program' ? [] : referral.teamIds;
  const isProgramAdmin = kept !== 'referring' && managed(user).some(({ programId }) => programId === referral.programId);
  return note.authorId === user.userId || isProgramAdmin || managesOneOf(user, teamIds);
}

export interface SharedThing {
  ownerId: string;
  /** The Teams it was shared with when it was made (R9). */
  sharedTeamIds: readonly string[];
}

/** What somebody wrote about a Seeker is theirs (R8) and that of the Teams it was shared with as it was made (R9). */
export function maySeeShared(user: UserActor, { ownerId, sharedTeamIds }: SharedThing): boolean {
  return ownerId === user.userId || user.memberships.some(({ teamId }) => sharedTeamIds.includes(teamId));
}

export function mayDeleteShared(user: UserActor, thing: SharedThing): boolean {
  return maySeeShared(user, thing) && (thing.ownerId === user.userId || managesOneOf(user, thing.sharedTeamIds));
}

/** A Group's manager, a Program Admin, or the admin of the Site a Group belongs to, for the Teams they are in themselves. */
function managed({ memberships, adminOf }: UserActor): UserActor['memberships'] {
  return memberships.filter(({ role, siteId }) => role === 'admin' || adminOf.some((site) => site.siteId === siteId));
}

function managesOneOf(user: UserActor, teamIds: readonly string[]): boolean {
  return managed(user).some(({ teamId }) => teamIds.includes(teamId));
}
