import { t } from '../i18n/translate.ts';

const HOUR = 3_600_000;

/** "12 minutes", "17 hours", "9 days": how long something has been waiting. */
export function elapsedWords(since: Date, now: Date): string {
  const ms = Math.max(0, now.getTime() - since.getTime());
  if (ms < HOUR) return t('{{count, number}} minutes', { count: Math.max(1, Math.floor(ms / 60_000)) });
  if (ms < 48 * HOUR) return t('{{count, number}} hours', { count: Math.floor(ms / HOUR) });
  return t('{{count, number}} days', { count: Math.floor(ms / (24 * HOUR)) });
}
