import { GOAL_DETAIL_MAX, GOAL_TITLE_MAX } from '../domain/goal-policy.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Link } from '../http/components.ts';
import type { GoalButton, GoalForm, GoalItem, GoalsSection } from '../http/goal-components.ts';
import type { Thread } from '../http/referral-components.ts';
import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import { emptyForm, fieldIn, type FormState } from './fields.ts';
import { sharedReaders } from './note-readers.ts';
import { statusView } from './status-view.ts';

export interface GoalFacts {
  id: string;
  seekerId: string;
  title: string;
  detail: string;
  completedAt: Date | null;
  version: number;
}

export interface FiledFacts {
  goalId: string | null;
  status: Status;
  seen: boolean;
}

interface GoalsFacts {
  seekerId: string;
  seekerFirstName: string;
  goals: readonly GoalFacts[];
  /** Newest first. */
  referrals: readonly FiledFacts[];
  /** The Teams a new Goal is shared with. */
  teamNames: readonly string[];
  timeZone: string;
  formKey: () => string;
}

/** The Goals of a Seeker, those that are completed folded away, and the form for another (R24). */
export function goalsSection(facts: GoalsFacts): GoalsSection {
  const { seekerId, goals, teamNames, seekerFirstName, formKey } = facts;
  const items = goals.map((goal) => goalItem(goal, facts));
  const done = items.filter((item) => item.done !== null);
  return {
    open: items.filter((item) => item.done === null),
    done,
    doneWords: t('{{count, number}} completed goals', { count: done.length }),
    empty:
      goals.length === 0
        ? t('Nothing yet. A Goal is what {{name}} works toward; referrals can be filed under it.', { name: seekerFirstName })
        : null,
    add: goalForm({
      action: `/people/${seekerId}/goals`,
      version: null,
      form: emptyForm,
      formKey: formKey(),
      readers: sharedReaders(teamNames, seekerFirstName),
      cancel: null,
    }),
  };
}

function goalItem(goal: GoalFacts, { referrals, timeZone, formKey }: GoalsFacts): GoalItem {
  const href = `/people/${goal.seekerId}/goals/${goal.id}`;
  return {
    id: goal.id,
    href,
    label: goal.title,
    detail: goal.detail || null,
    thread: goalThread(referrals.filter(({ goalId }) => goalId === goal.id)),
    done: goal.completedAt ? t('Completed {{date}}', { date: momentIn(timeZone, goal.completedAt).date }) : null,
    edit: goal.completedAt ? null : { href: `${href}/edit`, label: t('Edit') },
    button: goalButton(goal, formKey(), true),
  };
}

function goalThread(newestFirst: readonly FiledFacts[]): Thread | null {
  const count = newestFirst.length;
  if (count === 0) return null;
  const rings = newestFirst.toReversed().map(({ status, seen }) => statusView(status, seen));
  return { label: t('{{count, number}} referrals, oldest first', { count }), rings };
}

export function goalButton({ id, seekerId, title, completedAt, version }: GoalFacts, idem: string, onProfile: boolean): GoalButton {
  const [word, label] = completedAt ? ['reopen', t('Reopen')] : ['complete', t('Complete')];
  return { action: `/people/${seekerId}/goals/${id}/${word}`, label, of: title, version, idem, onProfile };
}

interface GoalFormFacts {
  action: string;
  version: number | null;
  form: FormState;
  formKey: string;
  readers: string | null;
  cancel: Link | null;
}

export function goalForm({ action, version, form, formKey, readers, cancel }: GoalFormFacts): GoalForm {
  return {
    action,
    idem: formKey,
    version,
    title: { ...fieldIn(form, 'title'), type: 'text', label: t('Goal'), maxlength: GOAL_TITLE_MAX, autocomplete: 'off' },
    detail: { ...fieldIn(form, 'detail'), label: t('More about it'), optional: true, rows: 3, maxlength: GOAL_DETAIL_MAX },
    readers,
    button: t('Save Goal'),
    cancel,
  };
}
