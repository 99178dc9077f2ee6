import { z } from 'zod';
import { EMAIL_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { formKey, text } from '../http/forms.ts';
import { later } from '../i18n/translate.ts';

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
