import { z } from 'zod';
import { NAME_MAX } from '../domain/field-lengths.ts';
import { formKey, requiredText } from '../http/forms.ts';

export const NameForm = z.strictObject({
  firstName: requiredText(NAME_MAX, 'Enter your first name'),
  lastName: requiredText(NAME_MAX, 'Enter your last name'),
  _idem: formKey,
});
