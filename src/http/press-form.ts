import { z } from 'zod';
import { formKey, localPath } from './forms.ts';

/** A button without fields. */
export const PressForm = z.strictObject({ _idem: formKey });

/** The same on more than one page, to come back to. */
export const ReturningPressForm = PressForm.extend({ returnTo: localPath.optional() });
