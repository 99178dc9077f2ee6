import type { Checkbox, ConsentField, RadioGroup, SelectField, TextArea, TextField } from '../http/form-components.ts';
import { fieldIn, type FormState } from '../components/fields.ts';
import { CONTACT_PREFERENCES, PREFERENCE_LABELS } from '../domain/contact-preference.ts';
import { SPOKEN_LANGUAGES } from '../domain/spoken-language.ts';
import { COMMENT_MAX, EMAIL_MAX, NAME_MAX, PHONE_MAX } from './connect.forms.ts';
import type { ConnectPageParts } from './connect.pages.ts';
import type { ConnectFor } from './connect.store.ts';
import { knownName, peopleWords } from './connect-words.pages.ts';

/** In the order of the page: the error summary follows it. */
export const FIELD_ORDER = [
  'firstName',
  'lastName',
  'phone',
  'email',
  'zip',
  'language',
  'contactPreference',
  'saveProfile',
  'comment',
  'consent',
] as const;

interface ConnectFields {
  firstName: TextField;
  lastName: TextField;
  phone: TextField;
  email: TextField;
  zip: TextField;
  language: SelectField;
  preference: RadioGroup;
  saveProfile: Checkbox | null;
  comment: TextArea;
}

export function connectFields(who: ConnectFor, form: FormState): ConnectFields {
  const own = who.kind === 'self';
  const wanted = form.values['contactPreference'] ?? '';
  const input = (name: string, label: string, maxlength: number, token: string): TextField => ({
    ...fieldIn(form, name),
    type: 'text',
    label,
    maxlength,
    // A helper's browser must not offer the helper's own details for somebody else.
    autocomplete: own ? token : 'off',
  });
  return {
    firstName: input('firstName', 'First name', NAME_MAX, 'given-name'),
    lastName: { ...input('lastName', 'Last name', NAME_MAX, 'family-name'), optional: true },
    phone: {
      ...input('phone', 'Phone', PHONE_MAX, 'tel'),
      type: 'tel',
      ...needed(['text', 'phone'], wanted, 'Needed for Text and Phone.'),
    },
    email: { ...input('email', 'Email address', EMAIL_MAX, 'email'), type: 'email', ...needed(['email'], wanted, 'Needed for Email.') },
    zip: { ...input('zip', 'ZIP', 10, 'postal-code'), inputmode: 'numeric', optional: true },
    language: languageField(form),
    preference: preferenceField(who, form),
    saveProfile: who.kind === 'profile' ? saveProfileField(form) : null,
    comment: {
      ...fieldIn(form, 'comment'),
      label: 'Comment',
      optional: true,
      hint: peopleWords(who).comment,
      rows: 4,
      maxlength: COMMENT_MAX,
    },
  };
}

/** Whether a field is needed depends on how the person wants to be reached; before that is chosen, the hint says so. */
function needed(preferences: readonly string[], wanted: string, hint: string): { optional: boolean; hint: string | null } {
  return { optional: wanted !== '' && !preferences.includes(wanted), hint: wanted === '' ? hint : null };
}

function languageField(form: FormState): SelectField {
  const chosen = form.values['language'] || 'en';
  const options = SPOKEN_LANGUAGES.map(({ code, name, own }) => ({
    value: code,
    label: own === name ? name : `${name} (${own})`,
    chosen: code === chosen,
  }));
  return { ...fieldIn(form, 'language'), label: 'Language', options };
}

function preferenceField(who: ConnectFor, form: FormState): RadioGroup {
  const field = fieldIn(form, 'contactPreference');
  const { reach, quiet } = peopleWords(who);
  const choices = CONTACT_PREFERENCES.map((value) => ({
    value,
    label: PREFERENCE_LABELS[value],
    hint: value === 'dont_reach_out' ? quiet : null,
    chosen: value === field.value,
  }));
  return { ...field, label: reach, large: true, choices };
}

/** Nothing that a profile says is changed without this being read and left ticked. */
function saveProfileField(form: FormState): Checkbox {
  return {
    ...fieldIn(form, 'saveProfile'),
    label: 'Save what I changed to the profile as well',
    hint: 'Untick it if a change is meant for this Program alone.',
    value: 'on',
    checked: form.values['saveProfile'] === 'on',
  };
}

export function connectConsent({ connection, form, takenBy, today }: ConnectPageParts): ConsentField {
  const { who, consent } = connection;
  const person = knownName(who) ?? 'They';
  const label = takenBy ? `${person} heard this text and agreed. Taken by ${takenBy} on ${today}.` : 'I have read this text and agree.';
  return { ...fieldIn(form, 'consent'), label, text: consent.text, value: 'yes', checked: (form.values['consent'] ?? '') !== '' };
}
