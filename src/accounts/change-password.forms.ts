import { z } from 'zod';
import { passwordProblem, type AboutPerson } from '../domain/password-rules.ts';
import { formKey } from '../http/forms.ts';
import { newPassword } from './password-reset.forms.ts';
import { password } from './sign-in.forms.ts';

/** The present password, and the one that comes after it. */
export function changePasswordForm(person: AboutPerson): z.ZodType<{ current: string; password: string }> {
  return z.strictObject({ current: password, password: newPassword, _idem: formKey }).superRefine((form, context) => {
    const same = form.password === form.current ? 'Choose another password than the one you have' : null;
    const message = same ?? passwordProblem(form.password, person);
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });
}

/** A button without fields, on a page of ours: an empty body is none. */
export const KeyedPressForm = z.strictObject({ _idem: formKey.nonoptional('Reload the page and try again') });
