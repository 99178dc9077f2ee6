import { z } from 'zod';
import { formKey, requiredText } from '../http/forms.ts';

/** How long a name may be. */
export const NAME_MAX = 80;

export const NameForm = z.strictObject({
  firstName: requiredText(NAME_MAX, 'Enter your first name'),
  lastName: requiredText(NAME_MAX, 'Enter your last name'),
  _idem: formKey,
});
