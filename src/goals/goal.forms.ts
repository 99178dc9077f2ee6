import { z } from 'zod';
import { GOAL_DETAIL_MAX, GOAL_TITLE_MAX } from '../domain/goal-policy.ts';
import { formKey, isId, requiredText, sentField, text } from '../http/forms.ts';

const RELOAD = 'Reload the page and try again';

/** Strings of digits only: a list or `true` would be made a number by coercion. */
const version = z
  .union([z.number(), z.string().regex(/^\d{1,10}$/, RELOAD)], { error: RELOAD })
  .transform(Number)
  .refine((value) => Number.isInteger(value) && value >= 1 && value <= 2_147_483_647, RELOAD);

const detail = text(GOAL_DETAIL_MAX, 'Write this as plain text');

/** A Goal's words (R24). */
export const GoalForm = z.strictObject({
  title: requiredText(GOAL_TITLE_MAX, 'Write what they work toward'),
  detail: detail.default(''),
  _idem: formKey,
});

/** The same words, changed from those of this version. */
export const GoalEditForm = GoalForm.extend({ detail: sentField(detail), version });

/** Complete and Reopen; `from` is the page one comes back to. */
export const GoalButtonForm = z.strictObject({ version, from: z.enum(['profile'], { error: RELOAD }).optional(), _idem: formKey });

/** The control on a referral: an empty `goalId` takes it out of its Goal. */
export const FileForm = z.strictObject({
  goalId: z
    .string({ error: 'Choose a Goal' })
    .refine((value) => value === '' || isId(value), 'Choose a Goal')
    .transform((value) => value || null),
  from: z.enum(['profile'], { error: RELOAD }).optional(),
  _idem: formKey,
});
