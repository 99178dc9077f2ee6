import { DateTime } from 'luxon';
import type { MailLanguage } from './mail-model.ts';

const LOCALES: Record<MailLanguage, string> = { en: 'en-GB', es: 'es' };

/** "3 Dec 2026", "3 dic 2026": never broken across lines. */
export function mailDate(language: MailLanguage, timeZone: string, at: Date): string {
  return unbroken(DateTime.fromJSDate(at, { zone: timeZone }).setLocale(LOCALES[language]).toFormat('d LLL yyyy'));
}

/** "3 Dec 2026, 9:58 am", "3 dic 2026, 9:58 a. m.": as pages write it. */
export function mailMoment(language: MailLanguage, timeZone: string, at: Date): string {
  const time = DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-GB').toFormat('h:mm a').toLowerCase();
  return `${mailDate(language, timeZone, at)}, ${unbroken(language === 'es' ? time.replace(/([ap])m$/, '$1. m.') : time)}`;
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
