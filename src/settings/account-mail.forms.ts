import { z } from 'zod';
import { isListedZone } from '../domain/time-zone.ts';
import { formKey } from '../http/forms.ts';
import { LANGUAGES } from '../i18n/languages.ts';

/** When mail about referrals comes. The zone is empty for the installation's. */
export const NotificationsForm = z.strictObject({
  notifications: z.enum(['at_once', 'daily_digest', 'never'], { error: 'Choose when you want email' }),
  timeZone: z
    .string({ error: 'Choose a time zone from the list' })
    .refine((zone) => zone === '' || isListedZone(zone), 'Choose a time zone from the list'),
  _idem: formKey,
});

export const LanguageForm = z.strictObject({
  language: z.enum(LANGUAGES, { error: 'Choose a language from the list' }),
  _idem: formKey,
});
