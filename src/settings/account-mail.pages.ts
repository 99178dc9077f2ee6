import type { MailPreferences } from '../accounts/preferences.store.ts';
import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { MY_ACCOUNT, settingsNav } from '../components/settings-nav.ts';
import { zoneLabel } from '../components/zone-words.ts';
import type { UserActor } from '../domain/actor.ts';
import { isNavigator } from '../domain/membership.ts';
import type { NotificationSetting } from '../domain/notification-rules.ts';
import { timeZones } from '../domain/time-zone.ts';
import type { ErrorSummary, RadioGroup, SelectField } from '../http/form-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import { ENDONYMS, LANGUAGES } from '../i18n/languages.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/account-mail': AccountMailPage;
  }
}

export interface AccountMailPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  /** Null for somebody who helps nobody: mail about their own referrals follows what each form says. */
  notifications: RadioGroup | null;
  timeZone: SelectField;
  save: string;
  language: SelectField;
  idem: string;
}

export const NOTIFICATION_WORDS: Record<NotificationSetting, () => { label: string; hint: string }> = {
  at_once: () => ({ label: t('At once'), hint: t('An email for each change on a referral you work on.') }),
  daily_digest: () => ({ label: t('Once a day'), hint: t('One email at eight in the morning, on days when something changed.') }),
  never: () => ({ label: t('Never'), hint: t('You see changes here. A Program’s new referrals are emailed all the same.') }),
};

export interface MailFacts {
  user: UserActor;
  preferences: MailPreferences;
  /** The installation's. */
  timeZone: string;
  idem: string;
}

export function accountMailPage({ user, preferences, timeZone, idem }: MailFacts, form: FormState = emptyForm): AccountMailPage {
  const { notifications, timeZone: own } = { ...preferences, ...form.values };
  const helps = isNavigator(user);
  return {
    nav: settingsNav(user, MY_ACCOUNT),
    summary: errorSummary(form, ['notifications', 'timeZone', 'language']),
    notifications: helps ? whenField(notifications, form) : null,
    timeZone: zoneField(own ?? '', timeZone, form),
    save: helps ? t('Save email and time zone') : t('Save time zone'),
    language: languageField(form.values['language'] ?? user.language, form),
    idem,
  };
}

function whenField(chosen: string, form: FormState): RadioGroup {
  const { id, name, error } = fieldIn(form, 'notifications');
  const choices = Object.entries(NOTIFICATION_WORDS).map(([value, words]) => ({ value, ...words(), chosen: value === chosen }));
  return { id, name, error, label: t('When to email you about referrals'), choices };
}

function zoneField(chosen: string, installation: string, form: FormState): SelectField {
  const { id, name, error } = fieldIn(form, 'timeZone');
  const zones = timeZones().map((name) => ({ value: name, label: zoneLabel(name), chosen: name === chosen }));
  const same = { value: '', label: t('The same as here: {{zone}}', { zone: zoneLabel(installation) }), chosen: chosen === '' };
  return { id, name, error, label: t('Time zone'), hint: t('For times on pages and in email.'), options: [same, ...zones] };
}

function languageField(chosen: string, form: FormState): SelectField {
  const { id, name, error } = fieldIn(form, 'language');
  const options = LANGUAGES.map((value) => ({ value, label: ENDONYMS[value], chosen: value === chosen }));
  return {
    id,
    name,
    error,
    label: t('For pages and email'),
    hint: t('Arabic is for your own referrals and your account; the rest is in English.'),
    options,
  };
}
