import { allBegin, misspellings, SHORTEST_MISSPELT, type WantedWords } from '../domain/person-search.ts';
import type { WordShare } from '../domain/person-search-plan.ts';
import { readRows, type Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { allOf, type Audiences } from './person-entry.store.ts';

/** A way to find people by what they are called and how they are reached. */
export interface PersonHits {
  /** Whose words fit, by the index: at most so many rows of (seeker_id, audience). Of `begin` it may be asked for some alone. */
  some: (most: number, audiences: Audiences, asked: readonly string[]) => Prisma.Sql;
  /** The same as a condition on `t`, for a walk along the list. */
  fits: Prisma.Sql;
  begin: readonly string[];
}

export function byWords({ query, begin }: WantedWords): PersonHits {
  return {
    some: (most, audiences, asked) =>
      Prisma.sql`person_hits(${asked.length > 0 ? allBegin(asked) : query}::tsquery, ${query}::tsquery, ${readsOnlyProfiles(audiences)}::boolean, ${most}::int)`,
    fits: Prisma.sql`t.tokens @@ (SELECT ${query}::tsquery)`,
    begin,
  };
}

export function byLetters(lists: readonly (readonly string[])[]): PersonHits {
  const all = lists.map((list) =>
    Prisma.join(
      list.map((pattern) => Prisma.sql`t.words LIKE ${pattern}`),
      ' AND ',
    ),
  );
  return {
    some: (most, audiences) =>
      Prisma.sql`person_hits_within(${JSON.stringify(lists)}::jsonb, ${readsOnlyProfiles(audiences)}::boolean, ${most}::int)`,
    fits: Prisma.sql`((${Prisma.join(all, ') OR (')}))`,
    begin: [],
  };
}

/** Which hits are the actor's to find: the profile's of those they help, and what forms shared with their Programs (R11). */
export function foundIn({ helping, programs }: Audiences): Prisma.Sql {
  return Prisma.sql`(h.audience = ANY(${programs}::uuid[]) OR (h.audience = h.seeker_id AND EXISTS (
    SELECT 1 FROM person_entry e WHERE e.seeker_id = h.seeker_id AND e.audience = ANY(${helping}::uuid[]))))`;
}

/** Then an entry's own words decide; otherwise the Seeker may stand in another with other words. */
export function readsOnlyProfiles({ programs }: Audiences): boolean {
  return programs.length === 0;
}

/** Whether the words of entry `e` fit; the facts `f` say whether the profile may be looked into. */
export function fitsEntry({ fits, begin }: PersonHits, audiences: Audiences): Prisma.Sql {
  if (!readsOnlyProfiles(audiences)) {
    return Prisma.sql`EXISTS (SELECT 1 FROM person_text t WHERE t.seeker_id = e.seeker_id
      AND (t.audience = ANY(${audiences.programs}::uuid[]) OR (t.audience = e.seeker_id AND f.helping)) AND ${fits})`;
  }
  // In a SELECT of its own it is worked out once, not for each row.
  const beginnings = Prisma.sql`(SELECT person_beginnings(${[...begin]}::text[]))`;
  return Prisma.sql`e.beginnings & ${beginnings} = ${beginnings}
    AND (SELECT ${fits} FROM person_text t WHERE t.seeker_id = e.seeker_id AND t.audience = e.seeker_id)`;
}

/** How common each of these beginnings of words is. */
export async function sharesOf(db: Db, words: readonly string[]): Promise<WordShare[]> {
  return readRows<WordShare>(db, Prisma.sql`SELECT share, rows FROM person_shares(${words.map((word) => allBegin([word]))}::tsquery[])`);
}

const MOST_LIKE_IT = 8;
const AS_MUCH_ALIKE = 0.45;

/**
 * Words of names that each of these may have meant: one slip away, or alike in most of their letters (R16). Of those who see few
 * people only these people's words are looked at: `among` them.
 */
export async function wordsLike(db: Db, words: readonly string[], among: Audiences | null): Promise<Map<string, string[]>> {
  const long = words.filter((word) => Array.from(word).length >= SHORTEST_MISSPELT).slice(0, 4);
  return new Map(await Promise.all(long.map(async (word): Promise<[string, string[]]> => [word, await likeOne(db, word, among)])));
}

async function likeOne(db: Db, word: string, among: Audiences | null): Promise<string[]> {
  const slips = Prisma.sql`w.word LIKE ANY(${misspellings(word)}::text[])`;
  const rows = await readRows<{ word: string }>(
    db,
    Prisma.sql`SELECT w.word FROM (${among ? wordsOf(among) : wordsNear(word, slips)}) w
      WHERE w.word <> ${word} AND (${slips} OR similarity(w.word, ${word}) >= ${AS_MUCH_ALIKE}::float4)
      ORDER BY similarity(w.word, ${word}) DESC, w.word LIMIT ${MOST_LIKE_IT}`,
  );
  return rows.map((row) => row.word);
}

function wordsOf(audiences: Audiences): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT unnest(string_to_array(e.name_key, ' ')) AS word FROM person_entry e WHERE e.audience = ANY(${allOf(audiences)}::uuid[])`;
}

/** By two indexes: trigrams, and words of the same first letter. */
function wordsNear(word: string, slips: Prisma.Sql): Prisma.Sql {
  const first = Array.from(word)[0] ?? '';
  return Prisma.sql`SELECT word FROM person_word WHERE word % ${word} UNION
    SELECT word FROM person_word w WHERE w.word >= ${first} AND w.word < ${`${first}\u{10ffff}`} AND ${slips}`;
}
