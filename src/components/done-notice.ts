import type { Notice } from '../http/components.ts';

/** What was done, by the word for it in an address. */
export type DoneWords = Readonly<Record<string, () => string>>;

/** What was just done on a page; names nobody, because it stands in the address (S-60). */
export function doneNotice(words: DoneWords, after: unknown): Notice | null {
  const text = typeof after === 'string' && Object.hasOwn(words, after) ? words[after]?.() : undefined;
  return text ? { kind: 'done', text, link: null } : null;
}
