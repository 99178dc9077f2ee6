import { t } from '../i18n/translate.ts';

/** "Dana W., Joel P. and Maria G." */
export function joinedWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return words.join('');
  return t('{{first}} and {{last}}', { first: words.slice(0, -1).join(', '), last });
}
