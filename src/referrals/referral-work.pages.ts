import { goalControl } from '../components/goal-control.ts';
import type { HistoryFacts } from '../components/history.ts';
import { referralNotes } from '../components/referral-notes.ts';
import type { GoalControl, NotesSection } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';
import type { HistoryEvent } from './history.store.ts';
import { seekerNameFor } from './referral-names.ts';
import type { ReferralDetail } from './referral.store.ts';
import type { ReferralWork } from './referral-work.store.ts';

export interface WorkFacts {
  referral: ReferralDetail;
  work: ReferralWork;
  userId: string;
  /** What stands in the form for a note already. */
  note: string;
  timeZone: string;
  formKeys: () => string;
}

/** The notes on the referral; null for whom there are none (R19). */
export function notesPart({ referral, work, userId, note, timeZone, formKeys }: WorkFacts): NotesSection | null {
  if (!work.notes) return null;
  const { list, claimers } = work.notes;
  const begun = note === '' ? null : { values: { body: note }, errors: {} };
  return referralNotes({ referral, userId, notes: list, claimers, timeZone, formKey: formKeys, failed: begun });
}

/** The Goal it is filed under; null for whom there are no Goals (R11, R24). */
export function goalPart({ referral, work, formKeys }: WorkFacts): GoalControl | null {
  if (!work.goals) return null;
  const { seen, filedUnder } = work.goals;
  const of = t('{{person}} at {{program}}', { person: seekerNameFor(referral), program: referral.programName });
  const { id: referralId, seekerId } = referral;
  return goalControl({ referralId, seekerId, of, filedUnder, goals: seen, formKey: formKeys(), onProfile: false });
}

/** History with the names of the Goals its reader sees, and with what their own side did with notes it kept to itself (R6, R19). */
export function workHistory(events: readonly HistoryEvent[], { notes, goals }: ReferralWork): HistoryFacts[] {
  const titles = new Map(goals?.seen.map(({ id, title }) => [id, title]));
  const kept = keptEntries(notes?.kept ?? []);
  const merged: HistoryFacts[] = [];
  for (const event of events) {
    while (kept[0] && kept[0].createdAt > event.createdAt) merged.push(...kept.splice(0, 1));
    merged.push({ ...event, goalTitle: titles.get(event.goalId ?? '') ?? null });
  }
  return [...merged, ...kept];
}

/** Newest first, as history is. */
function keptEntries(notes: NonNullable<ReferralWork['notes']>['kept']): HistoryFacts[] {
  const entry = { fromStatus: null, toStatus: null, reason: null, via: 'dashboard' };
  const entries = notes.flatMap(({ id, side, authorName, authorOrganization, createdAt, deletedAt, ...by }): HistoryFacts[] => {
    const author = { actorName: authorName, actorOrganization: authorOrganization };
    const added = { ...entry, id, kind: `kept_note_added_${side}`, ...author, createdAt };
    if (!deletedAt) return [added];
    const remover = { actorName: by.deletedByName ?? '', actorOrganization: by.deletedByOrganization };
    return [added, { ...entry, id: `${id}-deleted`, kind: `kept_note_deleted_${side}`, ...remover, createdAt: deletedAt }];
  });
  return entries.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
