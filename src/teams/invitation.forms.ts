import { z } from 'zod';
import { NAME_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { passwordProblem } from '../domain/password-rules.ts';
import { formKey, requiredText } from '../http/forms.ts';

const NEW_PASSWORD = 'Choose a password';

/** Who somebody is, for a new account with the invited address. */
export function newPersonForm(email: string): z.ZodType<{ firstName: string; lastName: string; password: string }> {
  return z
    .strictObject({
      firstName: requiredText(NAME_MAX, 'Enter your first name'),
      lastName: requiredText(NAME_MAX, 'Enter your last name'),
      password: z.string({ error: NEW_PASSWORD }).min(1, NEW_PASSWORD).max(PASSWORD_FIELD_MAX, NEW_PASSWORD),
      _idem: formKey,
    })
    .superRefine((form, context) => {
      const message = passwordProblem(form.password, { ...form, email });
      if (message) context.addIssue({ code: 'custom', path: ['password'], message });
    });
}
