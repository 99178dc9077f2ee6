import { LOCALES } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';

/** "0.6 mi" below ten miles, "38 mi" above: nobody needs tenths there. */
export function distanceText(miles: number): string {
  if (miles < 0.05) return unbroken(t('under {{distance}} mi', { distance: '0.1' }));
  const rounded = miles < 9.95 ? miles.toFixed(1) : Math.round(miles).toLocaleString(LOCALES[languageNow()]);
  return unbroken(t('{{distance}} mi', { distance: rounded }));
}

/** The unit stays with its number. */
function unbroken(words: string): string {
  return words.replace(/ (?=\S+$)/u, '\u00a0');
}
