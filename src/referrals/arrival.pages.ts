import { errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { ARRIVAL_LABELS, ARRIVALS } from '../domain/arrival.ts';
import type { ConsentText } from '../domain/consent.ts';
import type { Link } from '../http/components.ts';
import type { ConsentField, ErrorSummary, RadioGroup } from '../http/form-components.ts';
import { t } from '../i18n/translate.ts';
import type { ConnectWarningView } from './connect-before.pages.ts';
import { connectFields, FIELD_ORDER } from './connect-fields.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/arrival': ArrivalPage;
  }
}

export interface ArrivalPage extends Omit<ReturnType<typeof connectFields>, 'saveProfile'> {
  back: Link;
  program: string;
  errors: ErrorSummary | null;
  action: string;
  hidden: { name: string; value: string }[];
  /** Whom it may be, of those the Claimer helps already (R23). */
  warning: ConnectWarningView | null;
  how: RadioGroup;
  consent: ConsentField;
}

export interface ArrivalParts {
  program: { id: string; name: string };
  form: FormState;
  consent: ConsentText;
  /** Who takes the consent, and on which day: "Maria G.", "3 Dec 2026". */
  takenBy: string;
  today: string;
  idem: string;
  warning: ConnectWarningView | null;
}

/** "Add an inbound referral": the Connect form for somebody who came or called (R20). */
export function arrivalPage({ program, form, consent, takenBy, today, idem, warning }: ArrivalParts): ArrivalPage {
  const list = `/inbound/${program.id}`;
  const hidden = { consentText: consent.text, known: warning ? 'told' : 'ask', _idem: idem };
  return {
    back: { href: list, label: t('Inbound Referrals') },
    program: program.name,
    errors: errorSummary(form, ['how', ...FIELD_ORDER]),
    action: `${list}/add`,
    hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
    warning,
    how: howField(form),
    ...connectFields({ kind: 'new' }, form),
    consent: {
      ...fieldIn(form, 'consent'),
      label: t('They heard this text and agreed. Taken by {{name}} on {{date}}.', { name: takenBy, date: today }),
      text: consent.text,
      value: 'yes',
      checked: (form.values['consent'] ?? '') !== '',
    },
  };
}

function howField(form: FormState): RadioGroup {
  const field = fieldIn(form, 'how');
  const choices = ARRIVALS.map((value) => ({ value, label: t(ARRIVAL_LABELS[value]), chosen: value === field.value }));
  return { ...field, label: t('How they came'), large: true, choices };
}
