import { z } from 'zod';
import { isEmailAddress } from '../domain/email-address.ts';
import { EMAIL_MAX, GROUP_NAME_MAX } from '../domain/field-lengths.ts';
import { formKey, isId, requiredText } from '../http/forms.ts';

const GROUP_NAME = 'Enter a name for the Group';

export const email = requiredText(EMAIL_MAX, 'Enter an email address').refine(
  isEmailAddress,
  'Enter an email address like name@example.org',
);

export const NAME_TAKEN = 'There is a Group with this name already. Choose another';

export const groupName = requiredText(GROUP_NAME_MAX, GROUP_NAME);

/** `place` is a Group's id, or "admin" for the Site's admins. */
export const SiteInviteForm = z.strictObject({
  email,
  place: z.string('Choose what to invite to').refine((value) => value === 'admin' || isId(value), 'Choose what to invite to'),
  _idem: formKey,
});

export const NewGroupForm = z.strictObject({ name: groupName, _idem: formKey });
