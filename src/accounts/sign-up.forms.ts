import { z } from 'zod';
import { isEmailAddress } from '../domain/email-address.ts';
import { EMAIL_MAX, NAME_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { passwordProblem } from '../domain/password-rules.ts';
import { formKey, requiredText } from '../http/forms.ts';

const NEW_PASSWORD = 'Choose a password';

export const SignUpForm = z
  .strictObject({
    firstName: requiredText(NAME_MAX, 'Enter your first name'),
    lastName: requiredText(NAME_MAX, 'Enter your last name'),
    email: requiredText(EMAIL_MAX, 'Enter your email address').refine(isEmailAddress, 'Enter an email address like name@example.org'),
    /** Left out by who wants to sign in by links in mails alone. */
    password: z.string({ error: NEW_PASSWORD }).max(PASSWORD_FIELD_MAX, NEW_PASSWORD).default(''),
    _idem: formKey,
  })
  .superRefine((form, context) => {
    const message = form.password === '' ? null : passwordProblem(form.password, form);
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });
