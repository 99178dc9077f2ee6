import type { ContactPreference } from './contact-preference.ts';
import { storedPhone } from './phone.ts';

/** What those who help know of a Seeker (R17). */
export interface PersonalInformation {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  zip: string | null;
  language: string;
  contactPreference: ContactPreference;
}

export const PERSON_FIELDS = ['firstName', 'lastName', 'phone', 'email', 'zip', 'language', 'contactPreference'] as const;

export type PersonField = (typeof PERSON_FIELDS)[number];

/** Where two people wrote different things, in the order of the page. */
export function differences(one: PersonalInformation, other: PersonalInformation): PersonField[] {
  return PERSON_FIELDS.filter((field) => comparable(one, field) !== comparable(other, field));
}

/** A number that was kept as it was written is the same as its plain form. */
function comparable(person: PersonalInformation, field: PersonField): string {
  const value = person[field] ?? '';
  return field === 'phone' ? storedPhone(value) : value;
}

/** Somebody changed the Personal Information since the page was read: nothing was written, both are to be shown. */
export class PersonChangedMeanwhile extends Error {
  override name = 'PersonChangedMeanwhile';
  constructor() {
    super('Changed meanwhile');
  }
}
