import type { UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { mayDeleteNote, writingSideOf, type NoteSide } from '../domain/note-policy.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { insertEntry } from '../referrals/history-entry.store.ts';
import { findVisibleReferral, type VisibleReferral } from '../referrals/visible-referrals.store.ts';
import { findNoteOn, insertNote, takeNoteText } from './note.store.ts';

export interface NewReferralNote {
  referralId: string;
  body: string;
  /** "Only my team": kept to the side it is written from. */
  ownSideOnly: boolean;
  press: FormPress | null;
}

type NoteDeps = Pick<Deps, 'db' | 'clock'>;

/** Adds a note to a referral and tells where it stands (R19). Pressing twice adds one. Throws NotFound for who does not help on it. */
export async function addReferralNote(deps: NoteDeps, user: UserActor, note: NewReferralNote): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const { referral, side } = await helpedReferral(tx, user, note.referralId);
    const before = note.press ? await takePress(tx, note.press) : null;
    if (before) return before.location;
    const noteId = await writeNote(deps, tx, user, referral, side, note);
    const location = `/referrals/${referral.id}#note-${noteId}`;
    if (note.press) await finishPress(tx, note.press, location);
    return location;
  });
}

async function writeNote(
  deps: NoteDeps,
  tx: Tx,
  user: UserActor,
  { id, seekerId }: VisibleReferral,
  side: NoteSide,
  { body, ownSideOnly }: NewReferralNote,
): Promise<string> {
  const at = deps.clock.now();
  const author = historyName(user);
  const facts = { seekerId, referralId: id, goalId: null, sharedTeamIds: [], authorId: user.userId };
  const noteId = await insertNote(tx, { ...facts, body, side, ownSideOnly, author, at });
  const entry = { referralId: id, kind: 'note_added' as const, actorUserId: user.userId, actor: author, at };
  // History is read by both sides: of a note kept to one of them, its own row is the history (ADR 0101).
  await notifyReferralChanged(tx, id, ownSideOnly ? 0n : await insertEntry(tx, entry));
  return noteId;
}

/** Takes a note's text; that it was there stays in history (R19). Throws NotFound for whoever may not, as if it were not there. */
export async function deleteReferralNote(deps: NoteDeps, user: UserActor, referralId: string, noteId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const { referral } = await helpedReferral(tx, user, referralId);
    const note = await findNoteOn(tx, referralId, noteId);
    if (!note || !mayDeleteNote(user, referral.sides, note, referral)) throw new NotFound();
    const by = historyName(user);
    const at = deps.clock.now();
    if (!(await takeNoteText(tx, noteId, by, at))) return;
    const entry = { referralId, kind: 'note_deleted' as const, actorUserId: user.userId, actor: by, at };
    await notifyReferralChanged(tx, referralId, note.ownSideOnly ? 0n : await insertEntry(tx, entry));
  });
}

async function helpedReferral(tx: Tx, user: UserActor, referralId: string): Promise<{ referral: VisibleReferral; side: NoteSide }> {
  const referral = await findVisibleReferral(tx, user, referralId);
  const side = referral && writingSideOf(referral.sides, referral.teamIds);
  if (!side) throw new NotFound();
  return { referral, side };
}
