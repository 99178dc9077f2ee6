import { z } from 'zod';
import { REASON_MAX } from '../domain/field-lengths.ts';
import { CHOOSE_STATUS, STATUSES } from '../domain/referral-status.ts';
import { formVersion } from '../http/form-version.ts';
import { formKey, localPath, optionalText } from '../http/forms.ts';

/** A status change as every door receives it: form, Status link and API (R3, R5). */
export const StatusChange = z.strictObject({
  status: z.enum(STATUSES, { error: CHOOSE_STATUS }),
  version: formVersion,
  reason: optionalText(REASON_MAX),
  _idem: formKey,
});

/** The form on our own pages also says which of them to go back to. */
export const StatusForm = StatusChange.extend({
  returnTo: localPath.optional(),
});

export type StatusChangeInput = z.output<typeof StatusChange>;
export type StatusFormInput = z.output<typeof StatusForm>;
