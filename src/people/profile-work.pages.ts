import { goalControl } from '../components/goal-control.ts';
import { goalsSection } from '../components/goals.ts';
import { sharedReaders } from '../components/note-readers.ts';
import { addNote, noteItem } from '../components/notes.ts';
import type { GoalsSection } from '../http/goal-components.ts';
import type { AddNote, GoalControl, NoteItem } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';
import { nameIn } from './person-panel.pages.ts';
import type { ProfileEntry } from './profile-entry.pages.ts';
import type { ProfileFacts } from './profile.pages.ts';
import type { ProfileReferral } from './profile.store.ts';

/** A line of Navigation History: a referral, or a note between them by its time (R17). */
export type ProfileLine = { entry: ProfileEntry; note: null } | { entry: null; note: NoteItem };

/** The form for a note on the profile; null for whom there are none (R11). */
export function profileNote({ work, profile, formKey }: ProfileFacts): AddNote | null {
  if (!work) return null;
  const readers = sharedReaders(work.teamNames, work.seekerFirstName);
  return addNote({ below: `/people/${profile.seekerId}`, formKey: formKey(), readers, ownReaders: null });
}

/** The Goals; null for whom there are none (R11, R24). */
export function profileGoals({ work, profile, timeZone, formKey }: ProfileFacts): GoalsSection | null {
  if (!work) return null;
  const { goals, referrals, teamNames, seekerFirstName } = work;
  return goalsSection({ seekerId: profile.seekerId, seekerFirstName, goals, referrals, teamNames, timeZone, formKey });
}

/** Where a referral of the outbound list is filed (R24). */
export function entryGoal(referral: ProfileReferral, { work, profile, formKey }: ProfileFacts): GoalControl | null {
  if (!work) return null;
  return goalControl({
    referralId: referral.id,
    seekerId: profile.seekerId,
    of: t('{{person}} at {{program}}', { person: nameIn(profile), program: referral.programName }),
    filedUnder: work.referrals.find(({ id }) => id === referral.id)?.goalId ?? null,
    goals: work.goals,
    formKey: formKey(),
    onProfile: true,
  });
}

/** Newest first, as both parts come in. */
export function historyLines(entries: readonly ProfileEntry[], { work, profile, timeZone, formKey }: ProfileFacts): ProfileLine[] {
  const below = `/people/${profile.seekerId}`;
  const notes = (work?.notes ?? []).map((note) => noteItem(note, below, { timeZone, formKey }));
  const lines: ProfileLine[] = [
    ...entries.map((entry): ProfileLine => ({ entry, note: null })),
    ...notes.map((note): ProfileLine => ({ entry: null, note })),
  ];
  return lines.sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
}

function timeOf({ entry, note }: ProfileLine): string {
  return entry ? entry.sent.iso : note.at.iso;
}
