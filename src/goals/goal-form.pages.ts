import { momentIn } from '../components/dates.ts';
import { errorSummary, seenVersion, type FormState } from '../components/fields.ts';
import { goalForm } from '../components/goals.ts';
import { sharedReaders } from '../components/note-readers.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { GoalForm } from '../http/goal-components.ts';
import { t } from '../i18n/translate.ts';
import type { Goal } from './goal.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'goals/form': GoalFormPage;
  }
}

/** A Goal's words, new or changed; with what somebody else changed meanwhile. */
export interface GoalFormPage {
  back: Link;
  heading: string;
  errors: ErrorSummary | null;
  meanwhile: { heading: string; title: string; detail: string | null; state: string } | null;
  form: GoalForm;
}

const FIELDS = ['title', 'detail'];

/** A new Goal that could not be saved yet: what was written is kept. */
export function newGoalPage(facts: {
  seekerId: string;
  seekerFirstName: string;
  teamNames: readonly string[];
  form: FormState;
  formKey: string;
}): GoalFormPage {
  const { seekerId, seekerFirstName, teamNames, form, formKey } = facts;
  const readers = sharedReaders(teamNames, seekerFirstName);
  const cancel = { href: `/people/${seekerId}`, label: t('Cancel') };
  return {
    back: { href: cancel.href, label: t('Back to the profile') },
    heading: t('Add Goal'),
    errors: errorSummary(form, FIELDS),
    meanwhile: null,
    form: goalForm({ action: `/people/${seekerId}/goals`, version: null, form, formKey, readers, cancel }),
  };
}

/** The Goal as it is, or as somebody would have it, to be changed from the version that is true now. */
export function editGoalPage(facts: { goal: Goal; form: FormState; stale: boolean; formKey: string; timeZone: string }): GoalFormPage {
  const { goal, form, stale, formKey, timeZone } = facts;
  const href = `/people/${goal.seekerId}/goals/${goal.id}`;
  const cancel = { href, label: stale ? t('Keep it as it is now') : t('Cancel') };
  return {
    back: { href, label: t('Back to the Goal') },
    heading: t('Edit Goal'),
    errors: errorSummary(form, FIELDS),
    meanwhile: stale ? meanwhileOf(goal, timeZone) : null,
    form: goalForm({ action: href, version: seenVersion(form, goal.version), form, formKey, readers: null, cancel }),
  };
}

function meanwhileOf({ title, detail, completedAt, changedByName, updatedAt }: Goal, timeZone: string) {
  const { date, time } = momentIn(timeZone, updatedAt);
  return {
    heading: t('{{name}} changed this Goal while you were writing', { name: changedByName ?? t('Somebody') }),
    title,
    detail: detail || null,
    state: completedAt ? t('Completed, changed {{date}}, {{time}}', { date, time }) : t('Open, changed {{date}}, {{time}}', { date, time }),
  };
}
