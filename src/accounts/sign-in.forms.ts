import { z } from 'zod';
import { formKey, text } from '../http/forms.ts';
import { later } from '../i18n/translate.ts';

/** As long as an address can be. */
export const EMAIL_MAX = 254;
/** Longer than any password one may choose: what is typed is compared, never cut off (S-02). */
export const PASSWORD_FIELD_MAX = 512;

export const password = z
  .string({ error: 'Enter your password' })
  .min(1, 'Enter your password')
  .max(PASSWORD_FIELD_MAX, later('Use at most {{max}} characters', { max: PASSWORD_FIELD_MAX }));

export const SignInForm = z.strictObject({
  email: text(EMAIL_MAX, 'Enter your email address').refine((value) => value !== '', 'Enter your email address'),
  password,
  returnTo: z.string().max(2_000).optional(),
  _idem: formKey,
});
