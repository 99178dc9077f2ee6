import type { Phrase } from './mail-model.ts';

/** A sentence with nothing standing out. */
export function plain(sentence: string): Phrase {
  return { before: sentence, strong: '', after: '' };
}

/** A sentence in which `strong` stands out; `_` is its place. */
export function phrase(sentence: string, strong: string): Phrase {
  const [before = '', after = ''] = sentence.split('_');
  return { before, strong, after };
}

/** A name or a number of Latin script in a sentence that runs the other way: it keeps its own direction (U-32). */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

export function sentenceOf({ before, strong, after }: Phrase): string {
  return `${before}${strong}${after}`;
}
