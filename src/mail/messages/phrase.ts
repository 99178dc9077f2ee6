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

export function sentenceOf({ before, strong, after }: Phrase): string {
  return `${before}${strong}${after}`;
}
