import { searchWords } from './search-text.ts';

/** What somebody typed to find a person by name, email address or phone (R16). */
export interface PersonSearch {
  /** Each must be found in the name or the address. */
  words: string[];
  /** Or this, as it was written: scripts whose signs are not accents. */
  asWritten: string;
  /** Or all of these in the phone number; null where too few were given to mean one. */
  digits: string | null;
}

const FEWEST_DIGITS = 4;

/** "+1 (650) 555-0100" and "6505550100" ask for the same; null where nothing to look for was given. */
export function personSearch(text: string): PersonSearch | null {
  const words = searchWords(text);
  const digits = text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  const asksForPhone = digits.length >= FEWEST_DIGITS && !/\p{L}/u.test(text);
  return words.length > 0 ? { words, asWritten: text.trim().normalize('NFC').toLowerCase(), digits: asksForPhone ? digits : null } : null;
}

/** What a search finds somebody by: words by how they begin, in the form of PostgreSQL's tsquery. */
export interface WantedWords {
  query: string;
  /** Words that whoever fits must have, by their beginnings; none where it may be other ones instead. */
  begin: string[];
}

/** All words of the question, or those as they were written, or a number. */
export function wantedWords({ words, asWritten, digits }: PersonSearch): WantedWords {
  if (digits) return { query: begins(digits), begin: [digits] };
  if (isLatin(asWritten)) return { query: allBegin(words), begin: words };
  return { query: `(${allBegin(words)}) | (${allBegin(partsOf(asWritten))})`, begin: [] };
}

/** Nothing but accents is taken off: who is called so is found without them. */
function isLatin(text: string): boolean {
  return !/[^ -~]/.test(text.normalize('NFD').replace(/\p{Mn}/gu, ''));
}

/** The same question anywhere within words: part of an address, a name's second half. Patterns of LIKE; all of one list must fit. */
export function wantedWithin({ words, asWritten, digits }: PersonSearch): string[][] {
  if (digits) return [[`%${digits}%`]];
  const written = partsOf(asWritten).join(' ');
  return [words.map((word) => `%${word}%`), ...(/[^ -~]/.test(written) ? [[`%${written}%`]] : [])];
}

/** The same question with what each word may have meant; null where there is nothing like any of them. */
export function wantedNear({ words, digits }: PersonSearch, near: ReadonlyMap<string, readonly string[]>): WantedWords | null {
  if (digits || words.every((word) => (near.get(word) ?? []).length === 0)) return null;
  const meant = words.map((word) => [begins(word), ...(near.get(word) ?? []).map(quoted)]);
  return { query: meant.map((one) => `(${one.join(' | ')})`).join(' & '), begin: [] };
}

function partsOf(asWritten: string): string[] {
  return asWritten.split(/[!-/:-@[-`{-~\s]+/).filter((part) => part !== '');
}

/** A tsquery of words that all must be there, by their beginnings. */
export function allBegin(words: readonly string[]): string {
  return words.map(begins).join(' & ');
}

function begins(word: string): string {
  return `${quoted(word)}:*`;
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Shorter words are one slip away from too many others. */
export const SHORTEST_MISSPELT = 4;

/**
 * Patterns of LIKE for all words one slip away: a letter left out, put in, exchanged, or two turned round (R16). The first letter
 * is taken as it is. What is longer may differ in more: trigrams find that.
 */
export function misspellings(word: string): string[] {
  const letters = Array.from(word);
  const from = (at: number): string => letters.slice(at).join('');
  const to = (at: number): string => letters.slice(0, at).join('');
  const slips = letters.flatMap((letter, at) => {
    const next = letters[at + 1];
    const wrong = at === 0 ? [] : [to(at) + from(at + 1), `${to(at)}_${from(at + 1)}`];
    return [...wrong, `${to(at + 1)}_${from(at + 1)}`, ...(at > 0 && next ? [to(at) + next + letter + from(at + 2)] : [])];
  });
  return [...new Set(slips)];
}
