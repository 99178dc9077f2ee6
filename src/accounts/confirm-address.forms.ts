import { z } from 'zod';
import { PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { formKey } from '../http/forms.ts';

/** The password is there where the page asked for it. */
export const ConfirmForm = z.strictObject({
  password: z.string({ error: 'Enter your password' }).max(PASSWORD_FIELD_MAX, 'Enter your password').default(''),
  _idem: formKey,
});
