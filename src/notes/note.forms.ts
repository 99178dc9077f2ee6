import { z } from 'zod';
import { NOTE_MAX } from '../domain/note-policy.ts';
import { formKey, requiredText } from '../http/forms.ts';

/** A note as every form sends it (R19). */
export const NoteForm = z.strictObject({ body: requiredText(NOTE_MAX, 'Write the note'), _idem: formKey });

/** On a referral it may be kept to one side: "Only my team". */
export const ReferralNoteForm = NoteForm.extend({
  ownSideOnly: z
    .union([z.boolean(), z.enum(['on', 'yes', 'true', '1', ''])], { error: 'Tick the box or leave it empty' })
    .optional()
    .transform((value) => value !== undefined && value !== false && value !== ''),
});

export type ReferralNoteInput = z.output<typeof ReferralNoteForm>;
