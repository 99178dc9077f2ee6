import { z } from 'zod';
import { formKey, requiredText } from '../http/forms.ts';

export const MESSAGE_MAX = 1_000;
export const REASON_MAX = 500;

export const ClaimForm = z.strictObject({
  message: requiredText(MESSAGE_MAX, 'Say what you do there, so that somebody can check it'),
  _idem: formKey,
});

export const RefuseForm = z.strictObject({
  reason: requiredText(REASON_MAX, 'Say why, so that they know what to do next'),
  _idem: formKey,
});
