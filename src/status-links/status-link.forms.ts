import { z } from 'zod';
import { formKey } from '../http/forms.ts';

/** Asking for a fresh link says nothing but that: where it goes is stored (R30). */
export const FreshLink = z.strictObject({ _idem: formKey });
