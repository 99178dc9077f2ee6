import { z } from 'zod';
import { CHOOSE_STATUS, STATUSES } from '../domain/referral-status.ts';
import { formKey, localPath, optionalText } from '../http/forms.ts';

/** How long a reason may be. */
export const REASON_MAX = 280;

const RELOAD = 'Reload the page and choose again';

/** Strings of digits only: a list or `true` would be made a number by coercion. */
const version = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,10}$/, RELOAD)
        .transform(Number),
    ],
    { error: RELOAD },
  )
  .refine((value) => Number.isInteger(value) && value >= 1 && value <= 2_147_483_647, RELOAD);

/** A status change as every door receives it: form, Status link and API (R3, R5). */
export const StatusChange = z.strictObject({
  status: z.enum(STATUSES, { error: CHOOSE_STATUS }),
  version,
  reason: optionalText(REASON_MAX),
  _idem: formKey,
});

/** The form on our own pages also says which of them to go back to. */
export const StatusForm = StatusChange.extend({
  returnTo: localPath.optional(),
});

export type StatusChangeInput = z.output<typeof StatusChange>;
export type StatusFormInput = z.output<typeof StatusForm>;
