import type { AnswerForm, StatusGroup } from '../http/components.ts';
import { categoryOf, CHOOSE_PLAINLY, CHOOSE_STATUS, SEEKER_WORDS, type Status } from '../domain/referral-status.ts';
import type { Withdrawal } from '../domain/withdrawal.ts';
import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import { ringOf } from '../domain/ring.ts';
import type { RingView } from '../http/components.ts';
import { seekerGroups } from './status-view.ts';

/** A failed try: what was chosen and written is kept. */
export interface FailedAnswer {
  chosen: string | null;
  reason: string;
  error: string;
}

/** What is wrong, as a Seeker reads it. */
export function plainError(error: string): string {
  return error === t(CHOOSE_STATUS) ? t(CHOOSE_PLAINLY) : error;
}

export interface AnswerFacts {
  id: string;
  action: string;
  version: number;
  formKey: string;
  hidden: { name: string; value: string }[];
  after: string;
  failed: FailedAnswer | null;
}

/** The large form of a Seeker: plain words, none chosen beforehand (R4, R26). */
export function seekerAnswer(facts: AnswerFacts): AnswerForm {
  const words = { legend: t('What happened?'), reasonLabel: t('Do you want to add something?'), groups: seekerGroups() };
  // The English is the same everywhere; in other languages it is their answer that is saved, no "status".
  return { ...answerForm(facts, words), button: t('Save status, as a Seeker') };
}

/** The large form with other words and choices. */
export function answerForm(
  { id, action, version, formKey, hidden, after, failed }: AnswerFacts,
  { legend, reasonLabel, groups }: { legend: string; reasonLabel: string; groups: StatusGroup[] },
): AnswerForm {
  return {
    id,
    action,
    version,
    idem: formKey,
    hidden,
    groups,
    chosen: failed?.chosen ?? null,
    reason: failed?.reason ?? '',
    error: failed?.error ?? null,
    legend,
    reasonLabel,
    button: t('Save status'),
    after,
  };
}

/** How a referral stands, to the Seeker it is about. */
export interface PlainStatus extends RingView {
  value: Status;
  words: string;
}

/** What a Seeker reads of a referral that was withdrawn: by whom, when, and why. */
export function withdrawnWords({ by, at, reason }: Withdrawal, timeZone: string): string {
  const { date } = momentIn(timeZone, new Date(at));
  return `${t('{{name}} withdrew it on {{date}}.', { name: by, date })}${reason ? ` “${reason}”` : ''}`;
}

/** `told`: whether it reached anybody at the Program; null where that is not known. */
export function plainStatus(
  status: Status,
  seen: boolean,
  { withdrawal = null, told = null }: { withdrawal?: Withdrawal | null; told?: boolean | null } = {},
): PlainStatus {
  const words = withdrawal ? t('This was withdrawn.') : status === 'not_updated' ? unanswered(seen, told) : t(SEEKER_WORDS[status]);
  return { value: status, words, ring: ringOf(status, seen), category: categoryOf(status) };
}

/** Nothing is called sent that nobody got (R28). */
function unanswered(seen: boolean, told: boolean | null): string {
  if (seen) return t('They have seen it. No answer yet.');
  if (told === null) return t(SEEKER_WORDS.not_updated);
  return told ? t('Sent. No answer yet.') : t('Saved here. They do not know of it yet, so call them.');
}
