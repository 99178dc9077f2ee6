import { z } from 'zod';
import { CONTACT_PREFERENCES } from '../domain/contact-preference.ts';
import { isEmailAddress } from '../domain/email-address.ts';
import { isSpokenLanguage } from '../domain/spoken-language.ts';
import { readZip } from '../domain/zip.ts';
import { formKey, isId, optionalText, requiredText, text } from '../http/forms.ts';

export const NAME_MAX = 100;
export const PHONE_MAX = 40;
export const EMAIL_MAX = 254;
export const COMMENT_MAX = 2_000;

const PHONE_WANTED = 'Enter a phone number with area code';
const EMAIL_WANTED = 'Enter one email address, like name@example.org';

const phone = optionalText(PHONE_MAX).refine((value) => value === null || digitsIn(value) >= 10, PHONE_WANTED);
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

// A list of one number, or `true`, would be made a number by coercion (S-51).
const version = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

const blankAsNone = (value: unknown): unknown => (value === '' ? undefined : value);

/**
 * The Connect form (R23). `consentWanted` is what to do when the box is not ticked. What depends on two fields is asked even
 * when another field is wrong, so that everything there is to mend is said at once.
 */
export function connectForm(consentWanted: string): z.ZodType<ConnectInput> {
  return z
    .strictObject(
      {
        firstName: requiredText(NAME_MAX, 'Enter a first name'),
        lastName: text(NAME_MAX, 'Write this as plain text').default(''),
        email,
        phone,
        zip,
        language,
        contactPreference: z.enum(CONTACT_PREFERENCES, { error: 'Choose how to reach them' }),
        comment: text(COMMENT_MAX, 'Write this as plain text').default(''),
        consent: z.enum(['on', 'yes', 'true', '1'], { error: consentWanted }),
        consentText: z.string().max(COMMENT_MAX).optional(),
        seekerId: z.preprocess(blankAsNone, z.string().refine(isId).optional()),
        for: z.preprocess(blankAsNone, z.literal('me').optional()),
        forwardedFrom: z.preprocess(blankAsNone, z.string().refine(isId).optional()),
        forwardedVersion: z.preprocess(blankAsNone, version.optional()),
        saveProfile: z.enum(['on']).optional(),
        profileVersion: z.preprocess(blankAsNone, version.optional()),
        _idem: formKey,
      },
      { error: 'This is not the form as the page has it. Reload the page and fill it in again' },
    )
    .refine(emailWhereWanted, { path: ['email'], error: EMAIL_WANTED, when: () => true })
    .refine(phoneWhereWanted, { path: ['phone'], error: PHONE_WANTED, when: () => true });
}

export interface ConnectInput {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  zip: string | null;
  language: string;
  contactPreference: (typeof CONTACT_PREFERENCES)[number];
  comment: string;
  consent: string;
  /** The text the page showed; absent when it was sent without the page. */
  consentText?: string | undefined;
  seekerId?: string | undefined;
  for?: 'me' | undefined;
  /** The referral this one takes further, and the version its sender saw. */
  forwardedFrom?: string | undefined;
  forwardedVersion?: number | undefined;
  saveProfile?: 'on' | undefined;
  profileVersion?: number | undefined;
  _idem?: string | undefined;
}

/** Asked before the fields are known to be good: then nothing is missing yet. */
type Half = Partial<Pick<ConnectInput, 'contactPreference' | 'email' | 'phone'>>;

function emailWhereWanted({ contactPreference, email: given }: Half): boolean {
  return contactPreference !== 'email' || given !== null;
}

function phoneWhereWanted({ contactPreference, phone: given }: Half): boolean {
  return (contactPreference !== 'text' && contactPreference !== 'phone') || given !== null;
}

function digitsIn(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** Where the form comes from: a Seeker's profile, or somebody who refers themselves. Read before the rest is. */
export const ConnectOrigin = z
  .object({
    seekerId: z.preprocess(blankAsNone, z.unknown()),
    for: z.literal('me').optional().catch(undefined),
    forwardedFrom: z.preprocess(blankAsNone, z.unknown()),
  })
  .catch({ seekerId: undefined, for: undefined, forwardedFrom: undefined });

/** Tells what to do when the text that was agreed to is not the one that would be stored (R23). */
export function consentMismatch(shown: string | undefined, current: string): string | null {
  return shown === undefined || shown === current ? null : 'The text has changed. Read it again, then tick the box';
}

/** How somebody who referred themselves wants to be answered: the confirmation says it again. */
export const ConnectedQuery = z.object({ by: z.enum(CONTACT_PREFERENCES).nullable().catch(null) });
