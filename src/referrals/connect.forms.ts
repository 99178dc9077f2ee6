import { z } from 'zod';
import { CONTACT_PREFERENCES } from '../domain/contact-preference.ts';
import { SEEKER_NAME_MAX } from '../domain/field-lengths.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import { formVersion } from '../http/form-version.ts';
import { formKey, isId, requiredText, text } from '../http/forms.ts';
import { EMAIL_WANTED, emailWhereWanted, personFields, PHONE_WANTED, phoneWhereWanted } from '../http/person-fields.ts';

export const COMMENT_MAX = 2_000;

const blankAsNone = (value: unknown): unknown => (value === '' ? undefined : value);

/**
 * The Connect form (R23). The words say what to do about what depends on whom it is for: the box that is not ticked, a name. What depends on two fields is asked even
 * when another field is wrong, so that everything there is to mend is said at once.
 */
export function connectForm({ consentWanted, nameWanted, reachWanted }: WantedWords): z.ZodType<ConnectInput> {
  return z
    .strictObject(
      {
        ...personFields,
        ...(nameWanted ? { firstName: requiredText(SEEKER_NAME_MAX, nameWanted) } : {}),
        ...(reachWanted ? { contactPreference: z.enum(CONTACT_PREFERENCES, { error: reachWanted }) } : {}),
        comment: text(COMMENT_MAX, 'Write this as plain text').default(''),
        consent: z.enum(['on', 'yes', 'true', '1'], { error: consentWanted }),
        consentText: z.string().max(COMMENT_MAX).optional(),
        seekerId: z.preprocess(blankAsNone, z.string().refine(isId).optional()),
        for: z.preprocess(blankAsNone, z.literal('me').optional()),
        forwardedFrom: z.preprocess(blankAsNone, z.string().refine(isId).optional()),
        forwardedVersion: z.preprocess(blankAsNone, formVersion.optional()),
        saveProfile: z.enum(['on']).optional(),
        known: z.enum(['ask', 'told']).optional(),
        find: z.string().max(5_000).optional(),
        profileVersion: z.preprocess(blankAsNone, formVersion.optional()),
        _idem: formKey,
      },
      { error: 'This is not the form as the page has it. Reload the page and fill it in again' },
    )
    .refine(emailWhereWanted, { path: ['email'], error: EMAIL_WANTED, when: () => true })
    .refine(phoneWhereWanted, { path: ['phone'], error: PHONE_WANTED, when: () => true });
}

export interface WantedWords {
  consentWanted: string;
  /** Absent: as it is said of somebody else. */
  nameWanted?: string;
  reachWanted?: string;
}

export interface ConnectInput extends PersonalInformation {
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
  /** Whether the page may ask about people and referrals there are already, or has told of them. */
  known?: 'ask' | 'told' | undefined;
  profileVersion?: number | undefined;
  /** Left in the search for somebody connected before: nothing of the referral. */
  find?: string | undefined;
  _idem?: string | undefined;
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
