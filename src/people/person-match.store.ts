import type { PersonSearch } from '../domain/person-search.ts';
import { Prisma } from '../db/generated/client.ts';

/** The columns of a person, as SQL. */
export interface PersonColumns {
  firstName: Prisma.Sql;
  lastName: Prisma.Sql;
  email: Prisma.Sql;
  phone: Prisma.Sql;
}

/** Whether a person is the one asked for: all words in the name or address, or the digits in the phone. Words hold no wildcards. */
export function matches(search: PersonSearch | null, { firstName, lastName, email, phone }: PersonColumns): Prisma.Sql {
  if (!search) return Prisma.sql`TRUE`;
  const text = Prisma.sql`lower(concat_ws(' ', ${firstName}, ${lastName}, ${email}::text))`;
  const words = search.words.map((word) => Prisma.sql`${plain(text)} LIKE ${`%${word}%`}`);
  const named = Prisma.sql`(${Prisma.join(words, ' AND ')}) OR position(${search.asWritten} IN ${text}) > 0`;
  if (!search.digits) return Prisma.sql`(${named})`;
  return Prisma.sql`(${named} OR regexp_replace(${phone}, '\\D', '', 'g') LIKE ${`%${search.digits}%`})`;
}

/** As `searchable` makes the words: no accents, no apostrophes. */
function plain(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`regexp_replace(unaccent(normalize(${text}, NFD)), '[''’‘\`\\u0300-\\u036f]', '', 'g')`;
}
