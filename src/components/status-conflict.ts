import type { StatusView } from '../http/components.ts';
import type { Conflict } from '../http/referral-components.ts';
import type { MeanwhileChange } from '../domain/errors.ts';
import { SEEKER_CHOICES, SEEKER_WORDS, type Status } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import { statusView } from './status-view.ts';
import { whoLine } from './history.ts';

export interface ConflictFacts {
  /** What StaleVersion carries: what is true now, and what happened meanwhile. */
  current: { status: Status; version: number };
  changes: readonly MeanwhileChange[];
  /** What the second person chose and wrote; neither is lost (R5). */
  chosen: Status;
  reason: string | null;
  /** In a Seeker's own words. */
  plain: boolean;
}

export interface ConflictOptions {
  action: string;
  hidden: { name: string; value: string }[];
  formKey: string;
  timeZone: string;
}

/** Somebody changed the status while the reader was choosing: what changed, and a fresh form that asks again (R5). */
export function statusConflict(facts: ConflictFacts, { action, hidden, formKey, timeZone }: ConflictOptions): Conflict {
  const { current, changes, chosen, reason, plain } = facts;
  const words = plain ? plainView : (status: Status) => statusView(status, true);
  return {
    heading: headingOf(changes),
    changes: changes.map((change) => ({
      from: words(change.from),
      to: words(change.to),
      line: lineOf(change, timeZone),
      reason: change.reason,
    })),
    choice: plain ? { ...plainView(chosen), label: chosenWords(chosen) } : statusView(chosen, true),
    current: statusView(current.status, true),
    keep: plain ? t('Keep it as it is now') : t('Keep {{status}}', { status: statusView(current.status, true).label }),
    action,
    hidden,
    idem: formKey,
    version: current.version,
    groups: [],
    chosen,
    reason: reason ?? '',
    error: null,
  };
}

function headingOf(changes: readonly MeanwhileChange[]): string {
  const [first, second, ...more] = [...new Set(changes.map(({ by }) => by))];
  if (first === undefined) return t('This was changed while you were choosing');
  if (second === undefined) return t('{{name}} changed this while you were choosing', { name: first });
  if (more.length === 0) return t('{{first}} and {{second}} changed this while you were choosing', { first, second });
  return t('{{name}} and {{others}} others changed this while you were choosing', { name: first, others: more.length + 1 });
}

function lineOf({ by, organization, at }: MeanwhileChange, timeZone: string): string {
  const { date, time } = momentIn(timeZone, at);
  return `${whoLine(by, organization)}, ${date}, ${time}`;
}

/** As the Seeker reads it elsewhere: "They are working on it". */
function plainView(status: Status): StatusView {
  return { ...statusView(status, true), label: t(SEEKER_WORDS[status]).replace(/\.$/, '') };
}

function chosenWords(status: Status): string {
  const words = SEEKER_CHOICES.find((choice) => choice.status === status)?.words;
  return words ? t(words) : statusView(status, true).label;
}
