import { z } from 'zod';
import { isEmailAddress } from '../domain/email-address.ts';
import { EMAIL_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { formKey, requiredText } from '../http/forms.ts';
import { linkId } from './password-reset.forms.ts';

/** The password is there where the page asked for it. */
export function newAddressForm(present: string): z.ZodType<{ email: string; current: string; _idem?: string | undefined }> {
  return z.strictObject({
    email: requiredText(EMAIL_MAX, 'Enter your new email address')
      .refine(isEmailAddress, 'Enter an email address like name@example.org')
      .refine((email) => email.toLowerCase() !== present.toLowerCase(), 'That is your email address already'),
    current: z.string({ error: 'Enter your password' }).max(PASSWORD_FIELD_MAX, 'Enter your password').default(''),
    _idem: formKey,
  });
}

export const ConfirmAddressForm = z.strictObject({ link: linkId, _idem: formKey });
