import { z } from 'zod';
import { isListedZone } from '../domain/time-zone.ts';
import { formKey } from '../http/forms.ts';
import { LANGUAGES } from '../i18n/languages.ts';

const zone = z
  .string({ error: 'Choose a time zone from the list' })
  .refine((name) => name === '' || isListedZone(name), 'Choose a time zone from the list')
  .transform((name) => name || null);

/** For who helps nobody: the zone, null for the installation's. */
export const TimeZoneForm = z.strictObject({ timeZone: zone, _idem: formKey });

/** And when mail about referrals comes. */
export const NotificationsForm = TimeZoneForm.extend({
  notifications: z.enum(['at_once', 'daily_digest', 'never'], { error: 'Choose when you want email' }),
});

export const LanguageForm = z.strictObject({
  language: z.enum(LANGUAGES, { error: 'Choose a language from the list' }),
  _idem: formKey,
});
