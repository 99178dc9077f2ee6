import { Prisma } from '../db/generated/client.ts';
import type { SoughtWord } from './sought-words.ts';

/** Program `p` says the word, or is in a category the word stands for. Two indexes answer in a union; an OR would read every text. */
export function fits({ text, categories }: SoughtWord): Prisma.Sql {
  if (categories.length === 0) return says('p', text);
  return Prisma.sql`p.id IN (${saying(text)}
    UNION SELECT pc.program_id FROM program_category pc JOIN category c ON c.id = pc.category_id
    WHERE c.slug = ANY(${[...categories]}::text[]))`;
}

/** Program `p` says every word, the little ones too; certain where nothing else lets it in. */
export function saysAll(words: readonly SoughtWord[]): Prisma.Sql {
  const certain = words.every(({ categories, needed }) => needed && categories.length === 0);
  if (certain) return Prisma.sql`true`;
  return Prisma.join(
    words.map(({ text }) => (text.length < SHORTEST_INDEXED ? says('p', text) : Prisma.sql`p.id IN (${saying(text)})`)),
    ' AND ',
  );
}

/** The trigram index knows words from here on; for shorter ones only the programs at hand are read. */
const SHORTEST_INDEXED = 3;

function saying(word: string): Prisma.Sql {
  return Prisma.sql`SELECT s.id FROM program s WHERE ${says('s', word)}`;
}

const WRITTEN_WITHOUT_BLANKS = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}|\p{sc=Khmer}|\p{sc=Lao}|\p{sc=Myanmar}/u;
const TEXT = { p: Prisma.sql`p.search_text`, s: Prisma.sql`s.search_text` };

/** At the start of a word ("rent" is not in "parents"); anywhere in scripts that put no blanks between words. */
function says(program: keyof typeof TEXT, word: string): Prisma.Sql {
  const text = TEXT[program];
  if (WRITTEN_WITHOUT_BLANKS.test(word)) return Prisma.sql`${text} LIKE ${`%${word}%`}`;
  return Prisma.sql`(${text} LIKE ${`${word}%`} OR ${text} LIKE ${`% ${word}%`})`;
}
