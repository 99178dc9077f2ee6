import { searchable, slugOf } from '../domain/search-text.ts';
import { plainCategories, type PlainCategory } from './plain-categories.ts';
import type { ImportedCategory } from './imported-program.ts';

const BY_SLUG = new Map(plainCategories.map((category) => [category.slug, category]));
const BY_TERM = new Map(
  plainCategories.flatMap((category) => [category.name, ...category.terms].map((term) => [searchable(term), category])),
);

/** The category a source's own term means: one of ours where that is clear, else the term itself. */
export function categoryForTerm(term: string): ImportedCategory | null {
  const words = searchable(term);
  const plain = BY_TERM.get(words) ?? BY_SLUG.get(slugOf(words));
  if (plain) return { slug: plain.slug, name: plain.name };
  const slug = slugOf(words);
  return slug === '' ? null : { slug, name: term.charAt(0).toUpperCase() + term.slice(1) };
}

/** For a source without terms: the categories its own words speak of plainly. */
export function categoriesFromWords(text: string): ImportedCategory[] {
  const words = ` ${searchable(text)} `;
  return plainCategories.filter((category) => speaksOf(category, words)).map(({ slug, name }) => ({ slug, name }));
}

function speaksOf(category: PlainCategory, words: string): boolean {
  return category.words.some((word) => words.includes(word.endsWith('*') ? ` ${word.slice(0, -1)}` : ` ${word} `));
}
