import type { PersonSearch } from '../domain/person-search.ts';
import { Prisma } from '../db/generated/client.ts';

/**
 * Whether referral `r` is of the person asked for: all words in the name or address, or the digits in the phone, as the form shared
 * them (R11). No contact details of who must not be reached: finding them would tell them (R14). Words hold no wildcards.
 */
export function isOfPerson({ words, asWritten, digits }: PersonSearch): Prisma.Sql {
  const patterns = words.map((word) => Prisma.sql`${plain(NAMED)} LIKE ${`%${word}%`}`);
  const named = Prisma.sql`(${Prisma.join(patterns, ' AND ')}) OR position(${asWritten} IN ${NAMED}) > 0`;
  if (!digits) return Prisma.sql`(${named})`;
  return Prisma.sql`(${named} OR (regexp_replace(r.shared_phone, '\\D', '', 'g') LIKE ${`%${digits}%`} AND ${REACHABLE}))`;
}

const REACHABLE = Prisma.sql`
  r.shared_preference <> 'dont_reach_out'
  AND EXISTS (SELECT 1 FROM seeker k WHERE k.id = r.seeker_id AND k.contact_preference <> 'dont_reach_out')`;

const NAMED = Prisma.sql`
  lower(concat_ws(' ', r.shared_first_name, r.shared_last_name, CASE WHEN r.shared_email IS NOT NULL AND ${REACHABLE} THEN r.shared_email::text END))`;

/** As `searchable` makes the words: no accents, no apostrophes. */
function plain(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`regexp_replace(unaccent(normalize(${text}, NFD)), '[''’‘\`\\u0300-\\u036f]', '', 'g')`;
}
