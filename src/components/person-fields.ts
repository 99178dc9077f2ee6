import type { RadioGroup, SelectField, TextField } from '../http/form-components.ts';
import { CONTACT_PREFERENCES, PREFERENCE_LABELS } from '../domain/contact-preference.ts';
import { EMAIL_MAX, PHONE_MAX, SEEKER_NAME_MAX } from '../domain/field-lengths.ts';
import { SPOKEN_LANGUAGES } from '../domain/spoken-language.ts';
import { t } from '../i18n/translate.ts';
import { begun } from './directory-words.ts';
import { fieldIn, type FormState } from './fields.ts';

/** In the order of the page: the error summary follows it. */
export const PERSON_ORDER = ['firstName', 'lastName', 'phone', 'email', 'zip', 'language', 'contactPreference'] as const;

export interface PersonFields {
  firstName: TextField;
  lastName: TextField;
  phone: TextField;
  email: TextField;
  zip: TextField;
  language: SelectField;
  preference: RadioGroup;
}

export interface PersonWords {
  /** "Best way to reach Ana". */
  reach: string;
  /** What "Don't reach out" means here. */
  quiet: string;
  /** They fill it in for themselves. */
  own: boolean;
}

/** The fields a person is described by, on the Connect form (R23) and in Personal Information (R17). */
export function personFieldsOf(form: FormState, words: PersonWords): PersonFields {
  const wanted = form.values['contactPreference'] ?? '';
  const input = (name: string, label: string, maxlength: number, token: string): TextField => ({
    ...fieldIn(form, name),
    type: 'text',
    label,
    maxlength,
    // A helper's browser must not offer the helper's own details for somebody else.
    autocomplete: words.own ? token : 'off',
  });
  return {
    firstName: input('firstName', t('First name'), SEEKER_NAME_MAX, 'given-name'),
    lastName: { ...input('lastName', t('Last name'), SEEKER_NAME_MAX, 'family-name'), optional: true },
    phone: {
      ...input('phone', t('Phone'), PHONE_MAX, 'tel'),
      type: 'tel',
      ...needed(['text', 'phone'], wanted, t('Needed for Text and Phone.')),
    },
    email: {
      ...input('email', t('Email address'), EMAIL_MAX, 'email'),
      type: 'email',
      ...needed(['email'], wanted, t('Needed for Email.')),
    },
    zip: { ...input('zip', t('ZIP'), 10, 'postal-code'), inputmode: 'numeric', optional: true },
    language: languageField(form),
    preference: preferenceField(form, words),
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
    label: own === name || own.toLowerCase() === t(name).toLowerCase() ? begun(t(name)) : `${begun(t(name))} (${own})`,
    chosen: code === chosen,
  }));
  return { ...fieldIn(form, 'language'), label: t('Language'), options };
}

function preferenceField(form: FormState, { reach, quiet }: PersonWords): RadioGroup {
  const field = fieldIn(form, 'contactPreference');
  const choices = CONTACT_PREFERENCES.map((value) => ({
    value,
    label: t(PREFERENCE_LABELS[value]),
    hint: value === 'dont_reach_out' ? quiet : null,
    chosen: value === field.value,
  }));
  return { ...field, label: reach, large: true, choices };
}
