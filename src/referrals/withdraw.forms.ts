import { z } from 'zod';
import { REASON_MAX } from '../domain/field-lengths.ts';
import { formVersion } from '../http/form-version.ts';
import { formKey, requiredText } from '../http/forms.ts';

/** Why a referral is withdrawn: the others wait for it, so a short reason is asked for. */
export const WithdrawForm = z.strictObject({
  version: formVersion,
  reason: requiredText(REASON_MAX, 'Write in a few words why'),
  _idem: formKey,
});

export type WithdrawInput = z.output<typeof WithdrawForm>;
