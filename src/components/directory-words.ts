import { plainCategories } from '../directory/plain-categories.ts';
import { SPOKEN_LANGUAGES } from '../domain/spoken-language.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';

const OURS: ReadonlySet<string> = new Set([...plainCategories, ...SPOKEN_LANGUAGES].map(({ name }) => name));

/** A category or a language by its name: those of our own lists have words in every language, a source's own stay as it writes them. */
export function directoryName(name: string): string {
  return OURS.has(name) ? t(name) : name;
}

/** Several in a row, as a line of its own: "Inglés, español". */
export function directoryNames(names: readonly string[]): string {
  return begun(names.map(directoryName).join(languageNow() === 'ar' ? '، ' : ', '));
}

/** Languages are not capitals in Spanish, but a line begins with one. */
export function begun(line: string): string {
  return languageNow() === 'es' ? `${line.charAt(0).toLocaleUpperCase()}${line.slice(1)}` : line;
}

/** What the directory's own sentences are in, where that is not the page's language: told to whatever reads them aloud. */
export function directoryLanguage(): 'en' | null {
  return languageNow() === 'en' ? null : 'en';
}
