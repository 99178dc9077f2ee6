import { momentIn } from '../../components/dates.ts';
import { speakingIn } from '../../i18n/speaking.ts';
import { t } from '../../i18n/translate.ts';
import type { MailLanguage } from './mail-model.ts';

/** "3 Dec 2026", "3 dic 2026", "3 ديسمبر 2026": never broken across lines. */
export function mailDate(language: MailLanguage, timeZone: string, at: Date): string {
  return speakingIn(language, () => momentIn(timeZone, at).date);
}

/** "3 Dec 2026, 9:58 am", "3 dic 2026, 9:58 a. m.": as pages write it. */
export function mailMoment(language: MailLanguage, timeZone: string, at: Date): string {
  return speakingIn(language, () => {
    const { date, time } = momentIn(timeZone, at);
    return t('{{date}}, {{time}}', { date, time });
  });
}
