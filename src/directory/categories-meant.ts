import { searchable } from '../domain/search-text.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { speakingIn } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { everydayWords, littleWords } from './everyday-words.ts';
import { plainCategories, type PlainCategory } from './plain-categories.ts';

/** The words a category is looked for by, in all languages at once: people type what they know, whatever the page is in. */
interface Meaning {
  slug: string;
  /** The words of its name: each is found by its beginning. */
  name: readonly string[];
  /** Everyday words, some of which stand for any ending. */
  whole: ReadonlySet<string>;
  beginnings: readonly string[];
}

const MEANINGS = plainCategories.map(meaningOf);
const LITTLE = new Set(LANGUAGES.flatMap((language) => listed(littleWords[language])));
/** Shorter ones begin too many names: "bus" is not "búsqueda", "men" not "mental". */
const SHORTEST_BEGINNING = 4;

/** The categories that one word of a question stands for: "renta" and "rent" are the same wish. */
export function categoriesMeant(word: string): string[] {
  const bare = withoutArticle(word);
  return MEANINGS.filter((meaning) => stands(bare, meaning)).map(({ slug }) => slug);
}

/** "with", "para", "في": a question that has others is not narrowed by it. */
export function isLittleWord(word: string): boolean {
  return LITTLE.has(word);
}

function stands(word: string, { name, whole, beginnings }: Meaning): boolean {
  if (whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))) return true;
  return name.some((one) => one === word || (word.length >= SHORTEST_BEGINNING && one.startsWith(word)));
}

function meaningOf({ slug, name }: PlainCategory): Meaning {
  const names = LANGUAGES.map((language) => speakingIn(language, () => t(name)));
  const words = LANGUAGES.flatMap((language) => (everydayWords[slug]?.[language] ?? '').split('; ')).filter((word) => word !== '');
  const bare = (those: string[]): string[] => those.map((word) => withoutArticle(searchable(word)));
  return {
    slug,
    name: bare(names.flatMap((translated) => searchable(translated).split(' '))),
    whole: new Set(bare(words.filter((word) => !word.endsWith('*')))),
    beginnings: bare(words.filter((word) => word.endsWith('*'))),
  };
}

function listed(words: string): string[] {
  return words.split('; ').map(searchable);
}

/** Arabic writes "the", "and the", "for the" together with the word: الإيجار is إيجار. */
function withoutArticle(word: string): string {
  return word.replace(/^(?:[وبف]?ال|لل)(?=\p{L}{3})/u, '');
}
