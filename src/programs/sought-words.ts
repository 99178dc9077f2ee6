import { categoriesMeant, isLittleWord } from '../directory/categories-meant.ts';
import { searchWords } from '../domain/search-text.ts';

/** One word of a question: a program fits that says it, or that is in a category the word stands for. */
export interface SoughtWord {
  text: string;
  /** Slugs, any of which. */
  categories: readonly string[];
  /** A little word beside others leaves nothing out, it only puts first what says it. */
  needed: boolean;
}

export function soughtWords(q: string): SoughtWord[] {
  const words = searchWords(q);
  const onlyLittle = words.every(isLittleWord);
  return words.map((text) => ({ text, categories: categoriesMeant(text), needed: onlyLittle || !isLittleWord(text) }));
}
