import { z } from 'zod';
import { formKey } from '../http/forms.ts';

/** A button without fields. */
export const DismissForm = z.strictObject({ _idem: formKey });
