import { phoneText } from '../components/contact.ts';
import { momentIn } from '../components/dates.ts';
import { errorSummary, seenVersion, type FormState } from '../components/fields.ts';
import { PERSON_ORDER, personFieldsOf, type PersonFields } from '../components/person-fields.ts';
import { PREFERENCE_LABELS } from '../domain/contact-preference.ts';
import { fullName } from '../domain/display-name.ts';
import { differences, PERSON_FIELDS, type PersonalInformation, type PersonField } from '../domain/personal-information.ts';
import { writtenPhone } from '../domain/phone.ts';
import { spokenLanguageName } from '../domain/spoken-language.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, RadioGroup } from '../http/form-components.ts';
import { t } from '../i18n/translate.ts';
import type { HelpedSeeker } from './seeker.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'people/edit': PersonEditPage;
    'people/edit-conflict': PersonConflictPage;
  }
}

export interface PersonEditPage extends PersonFields {
  crumbs: Link[];
  /** The profile. */
  back: string;
  name: string;
  errors: ErrorSummary | null;
  action: string;
  version: number;
  /** "Last changed by Dana W., Riverside Clinic, 3 Dec 2026". */
  lastChanged: string | null;
}

/** Two people changed it at once: for each field that differs, one of two to choose (R5's way, for R17). */
export interface PersonConflictPage {
  crumbs: Link[];
  /** The profile. */
  back: string;
  name: string;
  lastChanged: string;
  action: string;
  hidden: { name: string; value: string }[];
  choices: RadioGroup[];
}

export function personEditPage(seeker: HelpedSeeker, form: FormState, timeZone: string): PersonEditPage {
  const quiet = t('Programs see the name and what you write to them. Nobody else is emailed.');
  return {
    ...placeOf(seeker),
    errors: errorSummary(form, PERSON_ORDER),
    version: seenVersion(form, seeker.version),
    lastChanged: lastChangedWords(seeker, timeZone),
    ...personFieldsOf(form, { reach: t('Best way to reach {{name}}', { name: seeker.firstName }), quiet, own: false }),
  };
}

export function editForm(seeker: PersonalInformation): FormState {
  return { values: valuesOf(seeker), errors: {} };
}

export function personConflictPage(now: HelpedSeeker, mine: PersonalInformation, timeZone: string): PersonConflictPage {
  const asked = differences(now, mine);
  const [theirs, yours] = [valuesOf(now), valuesOf(mine)];
  const kept = PERSON_FIELDS.filter((field) => !asked.includes(field)).map((name) => ({ name, value: theirs[name] }));
  return {
    ...placeOf(now),
    lastChanged: lastChangedWords(now, timeZone) ?? t('Changed by somebody else just now'),
    hidden: [...kept, { name: 'version', value: String(now.version) }],
    choices: asked.map((field) => ({
      id: field,
      name: field,
      label: LABELS[field](),
      choices: [
        {
          value: theirs[field],
          label: wordsOf(field, now),
          hint: t('As {{name}} saved it', { name: now.changedByName ?? t('somebody') }),
          chosen: false,
        },
        { value: yours[field], label: wordsOf(field, mine), hint: t('As you wrote it'), chosen: false },
      ],
    })),
  };
}

/** "Last changed by Dana W., Riverside Clinic, 3 Dec 2026". */
export function lastChangedWords({ changedByName, changedByOrganization, changedAt }: HelpedSeeker, timeZone: string): string | null {
  if (!changedByName || !changedAt) return null;
  const who = [changedByName, changedByOrganization, momentIn(timeZone, changedAt).date].filter(Boolean).join(', ');
  return t('Last changed by {{who}}', { who });
}

function placeOf({ id, firstName, lastName }: HelpedSeeker): Pick<PersonEditPage, 'crumbs' | 'back' | 'name' | 'action'> {
  const name = fullName(firstName, lastName);
  const back = `/people/${id}`;
  const crumbs = [
    { href: '/people', label: t('People I’m Helping') },
    { href: back, label: name },
  ];
  return { crumbs, back, name, action: `${back}/edit` };
}

function valuesOf(person: PersonalInformation): Record<PersonField, string> {
  const { firstName, lastName, email, phone, zip, language, contactPreference } = person;
  return { firstName, lastName, email: email ?? '', phone: phone ? writtenPhone(phone) : '', zip: zip ?? '', language, contactPreference };
}

const LABELS: Record<PersonField, () => string> = {
  firstName: () => t('First name'),
  lastName: () => t('Last name'),
  phone: () => t('Phone'),
  email: () => t('Email address'),
  zip: () => t('ZIP'),
  language: () => t('Language'),
  contactPreference: () => t('Best way'),
};

function wordsOf(field: PersonField, person: PersonalInformation): string {
  if (field === 'language') return t(spokenLanguageName(person.language));
  if (field === 'contactPreference') return t(PREFERENCE_LABELS[person.contactPreference]);
  const value = person[field] ?? '';
  if (value === '') return t('Nothing');
  return field === 'phone' ? phoneText(value) : value;
}
