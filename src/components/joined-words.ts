/** "Dana W., Joel P. and Maria G." */
export function joinedWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

export function capitalized(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('en')}${words.slice(1)}`;
}
