import { z } from 'zod';
import { passwordProblem, type AboutPerson } from '../domain/password-rules.ts';
import { isEmailAddress } from '../domain/email-address.ts';
import { EMAIL_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { formKey, isId, requiredText } from '../http/forms.ts';

/** An address to which something is sent, once. */
export const AddressForm = z.strictObject({
  email: requiredText(EMAIL_MAX, 'Enter your email address').refine(isEmailAddress, 'Enter an email address like name@example.org'),
  _idem: formKey,
});

const NEW_PASSWORD = 'Choose a password';

/** A password nobody had yet: never trimmed, never cut off (S-02). */
export const newPassword = z.string({ error: NEW_PASSWORD }).min(1, NEW_PASSWORD).max(PASSWORD_FIELD_MAX, NEW_PASSWORD);

/** Which of the links opened in this browser the page was for: the token's id, which opens nothing. */
export const linkId = z.string().refine(isId, 'Open the link in the email again');

/** What a password must be depends on whose it is (S-03). */
export function newPasswordForm(person: AboutPerson): z.ZodType<{ password: string; link: string }> {
  return z.strictObject({ password: newPassword, link: linkId, _idem: formKey }).superRefine((form, context) => {
    const message = passwordProblem(form.password, person);
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });
}
