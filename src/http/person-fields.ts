import { z } from 'zod';
import { CONTACT_PREFERENCES } from '../domain/contact-preference.ts';
import { isEmailAddress } from '../domain/email-address.ts';
import { EMAIL_MAX, PHONE_MAX, SEEKER_NAME_MAX } from '../domain/field-lengths.ts';
import { storedPhone } from '../domain/phone.ts';
import { isSpokenLanguage } from '../domain/spoken-language.ts';
import { readZip } from '../domain/zip.ts';
import { optionalText, requiredText, sentField, text } from './forms.ts';

export const PHONE_WANTED = 'Enter a phone number with area code';
export const EMAIL_WANTED = 'Enter one email address, like name@example.org';

const phone = optionalText(PHONE_MAX)
  .refine((value) => value === null || value.replace(/\D/g, '').length >= 10, PHONE_WANTED)
  .transform((value) => (value === null ? null : storedPhone(value)));
const email = optionalText(EMAIL_MAX).refine((value) => value === null || isEmailAddress(value), EMAIL_WANTED);

/** Five digits; of ZIP+4 the first five. */
const zip = optionalText(12)
  .refine((value) => value === null || readZip(value).kind === 'zip', 'Enter a ZIP code of five digits, like 94063')
  .transform((value) => {
    const read = readZip(value ?? '');
    return read.kind === 'zip' ? read.zip : null;
  });

const language = z
  .string({ error: 'Choose a language' })
  .optional()
  .transform((value) => value || 'en')
  .refine(isSpokenLanguage, 'Choose a language from the list');

/** What a form asks of a person: on the Connect form (R23) and in Personal Information (R17). */
export const personFields = {
  firstName: requiredText(SEEKER_NAME_MAX, 'Enter a first name'),
  lastName: text(SEEKER_NAME_MAX, 'Write this as plain text').default(''),
  email,
  phone,
  zip,
  language,
  contactPreference: z.enum(CONTACT_PREFERENCES, { error: 'Choose how to reach them' }),
};

/** The same where it changes what is kept: what is left out is not erased (R17). */
export const wholePersonFields = {
  ...personFields,
  lastName: sentField(personFields.lastName),
  email: sentField(email),
  phone: sentField(phone),
  zip: sentField(zip),
  language: sentField(language),
};

/** Asked before the fields are known to be good: then nothing is missing yet. */
interface Half {
  contactPreference?: string;
  email?: string | null;
  phone?: string | null;
}

export function emailWhereWanted({ contactPreference, email: given }: Half): boolean {
  return contactPreference !== 'email' || given !== null;
}

export function phoneWhereWanted({ contactPreference, phone: given }: Half): boolean {
  return (contactPreference !== 'text' && contactPreference !== 'phone') || given !== null;
}
