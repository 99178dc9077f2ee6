import { z } from 'zod';
import { formVersion } from '../http/form-version.ts';
import { formKey } from '../http/forms.ts';
import { EMAIL_WANTED, emailWhereWanted, PHONE_WANTED, phoneWhereWanted, wholePersonFields } from '../http/person-fields.ts';

/** Personal Information, whole: a field that is left empty empties it, one that is left out is asked for (R17). */
export const PersonEditForm = z
  .strictObject(
    { ...wholePersonFields, version: formVersion, _idem: formKey },
    { error: 'This is not the form as the page has it. Reload the page and fill it in again' },
  )
  .refine(emailWhereWanted, { path: ['email'], error: EMAIL_WANTED, when: () => true })
  .refine(phoneWhereWanted, { path: ['phone'], error: PHONE_WANTED, when: () => true });
