import { LOCALES } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { isolated } from '../i18n/translate.ts';

/** "Dana W., Joel P. and Maria G.", "María e Inés": each language joins in its own way; English without a comma before "and". */
export function joinedWords(words: readonly string[]): string {
  const language = languageNow();
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : LOCALES[language], { type: 'conjunction' });
  return list
    .formatToParts(words)
    .map(({ type, value }) => (type === 'element' ? isolated(value) : value))
    .join('');
}
