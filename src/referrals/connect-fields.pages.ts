import type { Checkbox, ConsentField, TextArea } from '../http/form-components.ts';
import { fieldIn, type FormState } from '../components/fields.ts';
import { t } from '../i18n/translate.ts';
import { PERSON_ORDER, personFieldsOf, type PersonFields } from '../components/person-fields.ts';
import { COMMENT_MAX } from './connect.forms.ts';
import type { ConnectPageParts } from './connect.pages.ts';
import type { ConnectFor } from './connect.store.ts';
import { knownName, peopleWords } from './connect-words.pages.ts';

/** In the order of the page: the error summary follows it. */
export const FIELD_ORDER = ['find', ...PERSON_ORDER, 'saveProfile', 'comment', 'consent'] as const;

interface ConnectFields extends PersonFields {
  saveProfile: Checkbox | null;
  comment: TextArea;
}

export function connectFields(who: ConnectFor, form: FormState, hints: ConnectPageParts['hints'] = {}): ConnectFields {
  const person = personFieldsOf(form, { ...peopleWords(who), own: who.kind === 'self' });
  const hinted = <Field extends { name: string; hint?: string | null }>(field: Field): Field =>
    hints[field.name] === undefined ? field : { ...field, hint: hints[field.name] ?? null };
  return {
    ...person,
    phone: hinted(person.phone),
    email: hinted(person.email),
    zip: hinted(person.zip),
    language: hinted(person.language),
    preference: hinted(person.preference),
    saveProfile: who.kind === 'profile' ? saveProfileField(form) : null,
    comment: {
      ...fieldIn(form, 'comment'),
      label: t('Comment'),
      optional: true,
      hint: peopleWords(who).comment,
      rows: 4,
      maxlength: COMMENT_MAX,
    },
  };
}

/** Nothing that a profile says is changed without this being read and left ticked. */
function saveProfileField(form: FormState): Checkbox {
  return {
    ...fieldIn(form, 'saveProfile'),
    label: t('Save what I changed to the profile as well'),
    hint: t('Untick it if a change is meant for this Program alone.'),
    value: 'on',
    checked: form.values['saveProfile'] === 'on',
  };
}

function takenWords(person: string | null, takenBy: string, today: string): string {
  const values = { name: takenBy, date: today };
  return person === null
    ? t('They heard this text and agreed. Taken by {{name}} on {{date}}.', values)
    : t('{{person}} heard this text and agreed. Taken by {{name}} on {{date}}.', { person, ...values });
}

export function connectConsent({ connection, form, takenBy, today }: ConnectPageParts): ConsentField {
  const { who, consent } = connection;
  const label = takenBy ? takenWords(knownName(who), takenBy, today) : t('I have read this text and agree.');
  return { ...fieldIn(form, 'consent'), label, text: consent.text, value: 'yes', checked: (form.values['consent'] ?? '') !== '' };
}
