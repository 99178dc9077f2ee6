import { z } from 'zod';
import { EMAIL_MAX } from '../domain/field-lengths.ts';
import { formKey, text } from '../http/forms.ts';
import { linkId } from './password-reset.forms.ts';

/** The address is there where the page asked for it. */
export const SignInLinkForm = z.strictObject({
  email: text(EMAIL_MAX, 'Enter your email address').optional(),
  link: linkId,
  _idem: formKey,
});
