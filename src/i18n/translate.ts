import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { fromRoot } from '../root.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { languageNow } from './speaking.ts';

export type Values = Readonly<Record<string, string | number>>;

const i18n = createInstance();
void i18n.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  // The English is the key: its points and colons are no structure.
  keySeparator: false,
  nsSeparator: false,
  // EJS escapes what it prints; twice would show.
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: wordsOf(language) }])),
});

function wordsOf(language: Language): Record<string, string> {
  return JSON.parse(readFileSync(fromRoot('locales', `${language}.json`), 'utf8')) as Record<string, string>;
}

const plain = new Map<Language, Map<string, string>>(LANGUAGES.map((language) => [language, new Map()]));

/**
 * The words in the language of this answer. Their key is the English: `t('Sent to {{name}}.', { name })`. With a `count`, the plural
 * forms of each language are `<key>_one`, `<key>_other` and so on in its file, `{{count, number}}` its number.
 */
export function t(english: string, values?: Values): string {
  if (values && 'count' in values) return i18n.t(english, { ...values, lng: languageNow() });
  const words = wordsFor(english);
  // The library's own way takes nine microseconds, and a list has hundreds of these.
  return values ? words.replace(PLACE, (place, name: string) => String(values[name] ?? place)) : words;
}

const PLACE = /\{\{(\w+)\}\}/g;

function wordsFor(english: string): string {
  const language = languageNow();
  const known = plain.get(language)?.get(english);
  if (known !== undefined) return known;
  const words = i18n.t(english, { lng: language, skipInterpolation: true });
  plain.get(language)?.set(english, words);
  return words;
}
