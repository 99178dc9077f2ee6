/** Letters that have no accent to take off, and how they are typed without them. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' };

/**
 * Lower case, no accents, no punctuation: "José's Café" and "joses cafe" are the same to a search (R22).
 * What is stored to be searched and what is asked both pass through here.
 */
export function searchable(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}'’‘`]/gu, '')
    .replace(/[ßæœøđðłıþ]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const MOST_WORDS = 12;

/** The words of a question, each of which must be found. */
export function searchWords(text: string): string[] {
  return [...new Set(searchable(text).split(' '))].filter((word) => word !== '').slice(0, MOST_WORDS);
}

/** How something is named in an address: "Legal help" is "legal-help". */
export function slugOf(name: string): string {
  return searchable(name).replaceAll(' ', '-').slice(0, 80);
}
