import type { RingView } from '../http/components.ts';
import type { HistoryEntry } from '../http/referral-components.ts';
import { categoryOf, SEEKER_WORDS, type Status } from '../domain/referral-status.ts';
import { ringOf } from '../domain/ring.ts';
import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import { statusView } from './status-view.ts';
import { historyVia, viaWords } from './via-words.ts';

/** An entry as it is stored: names are those of that moment (R7). */
export interface HistoryFacts {
  id: string;
  kind: string;
  fromStatus: Status | null;
  toStatus: Status | null;
  reason: string | null;
  /** Of an entry about a Goal: its name, where the reader sees it. */
  goalTitle?: string | null;
  /** Of "forwarded": the Program it was taken to, where the reader sees that referral. */
  takenTo?: string | null;
  via: string;
  actorName: string;
  actorOrganization: string | null;
  createdAt: Date;
}

const TEXTS: Readonly<Record<string, () => string>> = {
  created: () => t('Sent'),
  seen: () => t('Seen for the first time'),
  note_added: () => t('Added a note'),
  note_deleted: () => t('Deleted a note'),
  kept_note_added_referring: () => t('Added a note that only the referring side reads'),
  kept_note_deleted_referring: () => t('Deleted a note that only the referring side read'),
  kept_note_added_program: () => t('Added a note that only the Program reads'),
  kept_note_deleted_program: () => t('Deleted a note that only the Program read'),
  goal_added: () => t('Added it to a goal'),
  goal_moved: () => t('Moved it to another goal'),
  goal_removed: () => t('Removed it from a goal'),
  forwarded: () => t('Forwarded it'),
  withdrawn: () => t('Withdrew it'),
};

/** Before the name of the Goal. */
const GOAL_TEXTS: Readonly<Record<string, () => string>> = {
  goal_added: () => t('Added it to the goal'),
  goal_moved: () => t('Moved it to the goal'),
  goal_removed: () => t('Removed it from the goal'),
};

/** History as pages show it, newest first as it comes in: who, through what, when, what, and why (R6). */
export function historyEntries(events: readonly HistoryFacts[], timeZone: string): HistoryEntry[] {
  return events.map((event, at) => ({
    id: event.id,
    at: momentIn(timeZone, event.createdAt),
    name: event.actorName,
    organization: event.actorOrganization,
    via: historyVia(event.via),
    ring: ringAfter(event, events.slice(at + 1)),
    text: event.toStatus ? null : textOf(event),
    subject: event.goalTitle ?? event.takenTo ?? null,
    from: event.fromStatus && statusView(event.fromStatus, true),
    to: event.toStatus && statusView(event.toStatus, true),
    reason: event.reason,
  }));
}

/** How somebody came is said where the Program wrote it down itself (R20). */
function textOf({ kind, reason, goalTitle, takenTo }: HistoryFacts): string | null {
  if (takenTo) return t('Took it further to');
  const aboutGoal = goalTitle ? GOAL_TEXTS[kind]?.() : undefined;
  return aboutGoal ?? (kind === 'created' && reason ? t('Added by the Program') : (TEXTS[kind]?.() ?? null));
}

/** The same for the Seeker it is about: what each change means to them, in plain words (R12, R25). */
export function plainHistory(events: readonly HistoryFacts[], timeZone: string): HistoryEntry[] {
  const told = events.filter((event, at) => !isPartOfWithdrawal(event, events[at - 1]));
  return historyEntries(told, timeZone).map((entry, at) => {
    const event = told[at];
    const text = event?.toStatus ? t(SEEKER_WORDS[event.toStatus]) : (PLAIN_TEXTS[event?.kind ?? '']?.() ?? entry.text);
    const via = event?.via === 'dashboard' ? t('on this site') : entry.via;
    return { ...entry, via, text: event?.takenTo ? t('Asked another program for you:') : text, from: null, to: null };
  });
}

const PLAIN_TEXTS: Readonly<Record<string, () => string>> = {
  seen: () => t('They have seen it.'),
  forwarded: () => t('Asked another program for you.'),
  withdrawn: () => t('Withdrew it.'),
};

/** "You don't need this any more" is not what happened when its maker withdrew it. */
function isPartOfWithdrawal(event: HistoryFacts, after: HistoryFacts | undefined): boolean {
  return event.toStatus !== null && after?.kind === 'withdrawn' && after.createdAt.getTime() === event.createdAt.getTime();
}

/** The ring as the entry left it, for the entries that move it. */
function ringAfter(event: HistoryFacts, earlier: readonly HistoryFacts[]): RingView | null {
  if (event.kind === 'created') return ring('not_updated', false);
  if (event.kind === 'seen') return ring(earlier.find((one) => one.toStatus)?.toStatus ?? 'not_updated', true);
  return event.toStatus ? ring(event.toStatus, true) : null;
}

function ring(status: Status, seen: boolean): RingView {
  return { ring: ringOf(status, seen), category: categoryOf(status) };
}

/** "Maria G., Riverside Clinic": how one line names who did something. */
export function whoLine(name: string, organization: string | null, via: string | null = null): string {
  return [name, organization, viaWords(via)].filter(Boolean).join(', ');
}
