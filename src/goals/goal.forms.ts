import { z } from 'zod';
import { GOAL_DETAIL_MAX, GOAL_TITLE_MAX } from '../domain/goal-policy.ts';
import { formVersion } from '../http/form-version.ts';
import { formKey, isId, requiredText, sentField, text } from '../http/forms.ts';

const RELOAD = 'Reload the page and try again';

const detail = text(GOAL_DETAIL_MAX, 'Write this as plain text');

/** A Goal's words (R24). */
export const GoalForm = z.strictObject({
  title: requiredText(GOAL_TITLE_MAX, 'Write what they work toward'),
  detail: detail.default(''),
  _idem: formKey,
});

/** The same words, changed from those of this version. */
export const GoalEditForm = GoalForm.extend({ detail: sentField(detail), version: formVersion });

/** Complete and Reopen; `from` is the page one comes back to. */
export const GoalButtonForm = z.strictObject({
  version: formVersion,
  from: z.enum(['profile'], { error: RELOAD }).optional(),
  _idem: formKey,
});

/** The control on a referral: an empty `goalId` takes it out of its Goal. */
export const FileForm = z.strictObject({
  goalId: z
    .string({ error: 'Choose a Goal' })
    .refine((value) => value === '' || isId(value), 'Choose a Goal')
    .transform((value) => value || null),
  from: z.enum(['profile'], { error: RELOAD }).optional(),
  _idem: formKey,
});
