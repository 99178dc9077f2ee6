import { z } from 'zod';
import { STATUSES } from '../domain/referral-status.ts';
import { formKey, optionalText } from '../http/forms.ts';

/** How long a reason may be. */
export const REASON_MAX = 280;

/** A status change as every door receives it: form, Status link and API (R3, R5). */
export const StatusChange = z.strictObject({
  status: z.enum(STATUSES, { error: 'Choose a status.' }),
  version: z.coerce.number({ error: 'Reload the page and choose again.' }).int().min(1).max(2_147_483_647),
  reason: optionalText(REASON_MAX),
  _idem: formKey,
});

export type StatusChangeInput = z.output<typeof StatusChange>;
