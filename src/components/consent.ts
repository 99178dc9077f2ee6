import { spokenLanguageName } from '../domain/spoken-language.ts';
import type { PlainConsent } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { StoredConsent } from '../referrals/consent.store.ts';
import { momentIn } from './dates.ts';

/** For those who help: how it was given, who took it and when; then the very words, their language and version. */
export interface ConsentRecord {
  line: string;
  text: string;
  language: string;
  about: string;
}

export function consentRecord(consent: StoredConsent, timeZone: string): ConsentRecord {
  const { text, textVersion, language, givenHow, takenByName, createdAt } = consent;
  const { date, time } = momentIn(timeZone, createdAt);
  const how = givenHow === 'self' ? t('Given by {{name}}', { name: takenByName }) : t('Spoken, taken by {{name}}', { name: takenByName });
  return { line: t('{{how}}, {{date}}, {{time}}.', { how, date, time }), text, language, about: aboutText(language, textVersion) };
}

function aboutText(language: string, version: string): string {
  return t('In {{language}}. Text {{version}}.', { language: t(spokenLanguageName(language)), version });
}

/** The same for the Seeker, in plain words. */
export function plainConsent(consent: Omit<StoredConsent, 'textVersion'>, timeZone: string, id = 'consent'): PlainConsent {
  const { text, language, givenHow, takenByName, createdAt } = consent;
  const how =
    givenHow === 'self' ? t('You ticked the box on the form.') : t('{{name}} told you this, and you said yes.', { name: takenByName });
  return { id, summary: t('You agreed to this on {{date}}', { date: momentIn(timeZone, createdAt).date }), text, language, how };
}
