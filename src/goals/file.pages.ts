import { errorSummary, type FormState } from '../components/fields.ts';
import { goalControl } from '../components/goal-control.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { GoalControl } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';
import type { Goal } from './goal.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'goals/file': FilePage;
  }
}

/** The goal control again, after a press that named no Goal. */
export interface FilePage {
  back: Link;
  errors: ErrorSummary | null;
  control: GoalControl;
}

interface FilePageFacts {
  referralId: string;
  seekerId: string;
  of: string;
  filedUnder: string | null;
  goals: readonly Goal[];
  failed: FormState;
  formKey: string;
}

export function filePage({ failed, ...facts }: FilePageFacts): FilePage {
  const control = goalControl({ ...facts, onProfile: failed.values['from'] === 'profile' });
  const texts = Object.values(failed.errors);
  const errors = errorSummary({ values: {}, errors: { [control.id]: texts[0] ?? t('Choose a Goal') } }, [control.id]);
  return { back: { href: `/referrals/${facts.referralId}`, label: t('Back to the referral') }, errors, control };
}
