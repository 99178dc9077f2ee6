import { directoryName } from '../components/directory-words.ts';
import { searchWords } from '../domain/search-text.ts';
import type { Link } from '../http/components.ts';
import type { Empty } from '../http/list-components.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { searchAddress } from './search-address.ts';
import { chipsOf } from './search-tally.pages.ts';
import type { SearchView } from './search.pages.ts';

/** The categories to choose from, said in words. */
export interface CategoriesInstead {
  words: string;
  links: Link[];
}

export function emptyOf(view: SearchView): Empty {
  if (chipsOf(view).length === 0) {
    return {
      heading: t('No programs are listed yet'),
      paragraphs: [t('Whoever runs this server fills the directory by importing the list of a 2-1-1, a county or a coalition.')],
      main: null,
      plain: null,
    };
  }
  return {
    heading: t('No program matches all of this'),
    paragraphs: [
      insteadOf(view)
        ? t('Every word and every filter has to fit. Take one away.')
        : t('Every word and every filter has to fit. Take one away, or try a shorter word.'),
    ],
    main: { href: searchAddress(view.flow), label: t('Clear filters'), icon: null },
    plain: null,
  };
}

/** A shorter word in another language finds no more in what programs write: there the categories are the way on. */
export function insteadOf({ flow, question, answer }: SearchView): CategoriesInstead | null {
  const { categories } = answer.offered;
  if (languageNow() === 'en' || searchWords(question.q).length === 0 || categories.length === 0) return null;
  return {
    words: t('Programs write in English. Choose a category instead:'),
    links: categories.map(({ slug, name }) => ({ href: searchAddress(flow, { categories: [slug] }), label: directoryName(name) })),
  };
}
