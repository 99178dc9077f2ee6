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
