import { z } from 'zod';
import { formKey, isId, text } from '../http/forms.ts';
import { COMMENT_MAX } from './connect.forms.ts';

export const FIND_MAX = 100;

const WANTED = 'Write a name, a phone number or an email address';

const typed = z.string().max(5_000).optional();

/** A search for somebody connected before, or the press that takes one of them; what was typed into the Connect form comes along. */
export const BeforeForm = z
  .strictObject({
    find: text(FIND_MAX, WANTED).default(''),
    pick: z.string().refine(isId, 'Choose one of the people').optional(),
    comment: text(COMMENT_MAX, 'Write this as plain text').default(''),
    firstName: typed,
    lastName: typed,
    email: typed,
    phone: typed,
    zip: typed,
    language: typed,
    contactPreference: typed,
    consent: typed,
    consentText: typed,
    known: typed,
    _idem: formKey,
  })
  .refine(({ find, pick }) => find !== '' || pick !== undefined, { path: ['find'], error: WANTED });

export type BeforeInput = z.output<typeof BeforeForm>;
