import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { fromRoot } from '../root.ts';
import { directionOf, isLanguage, LANGUAGES, LOCALES, type Language } from './languages.ts';
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

// A number is written in one way on all pages: the library would write "12.345" for Spanish, which here is "12,345".
i18n.services.formatter?.add('number', (value: number, language) => value.toLocaleString(LOCALES[isLanguage(language) ? language : 'en']));

/** All files of a language's folder together: one for each part of the product. */
function wordsOf(language: Language): Record<string, string> {
  const folder = fromRoot('locales', language);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return Object.assign({}, ...files.map((text) => JSON.parse(text) as Record<string, string>)) as Record<string, string>;
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
  return values
    ? words.replace(PLACE, (_place, name: string, stop: string) => stopped(isolated(String(values[name] ?? `{{${name}}}`)), stop))
    : words;
}

/** A name with Latin letters in an Arabic sentence keeps its own direction, and its full stop: "Dana W." (U-32). */
export function isolated(value: string): string {
  return directionOf(languageNow()) === 'rtl' ? `\u2068${value}\u2069` : value;
}

/** A sentence that ends with "Dana W." or "8:45 a. m." has its full stop already. */
function stopped(value: string, stop: string): string {
  return value.endsWith('.') ? value : `${value}${stop}`;
}

/**
 * Words to be said later, when it is known in which language: a message of a form's schema, made when the program starts.
 * `said` puts them into the language of the answer.
 */
export function later(english: string, values: Values): string {
  return `${english}${MARK}${JSON.stringify(values)}`;
}

/** The words of a message, with or without values, in the language of this answer. */
export function said(message: string): string {
  const [english = '', values] = message.split(MARK);
  return values === undefined ? t(english) : t(english, JSON.parse(values) as Values);
}

/** Stands in no text people write. */
const MARK = '\u001f';
const PLACE = /\{\{(\w+)\}\}(\.?)/g;

/** English that is one word for what other languages say in two: there the key says which of them is meant. */
const asSaid = new Map(Object.entries(wordsOf('en')));

function wordsFor(english: string): string {
  const language = languageNow();
  if (language === 'en') return asSaid.get(english) ?? english;
  const known = plain.get(language)?.get(english);
  if (known !== undefined) return known;
  const words = i18n.t(english, { lng: language, skipInterpolation: true });
  // attack: a message with somebody's words in it is no key; kept, such would fill the memory.
  if (words !== english) plain.get(language)?.set(english, words);
  return words;
}
