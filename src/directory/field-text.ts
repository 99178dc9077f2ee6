import { cutText, oneLine } from './tidy-text.ts';

/** A text on one line of at most `max` characters. */
export function shortText(text: string | null, max: number): string | null {
  return text === null ? null : cutText(oneLine(text), max);
}

/** A text of several lines of at most `max` characters; a remark tells when it was shortened. */
export function longText(text: string | null, max: number, field: string, remarks: string[]): string | null {
  if (text === null || text === '') return null;
  const cut = cutText(text, max);
  if (cut !== text) remarks.push(`${field} is cut to ${String(max)} characters`);
  return cut;
}

/** Texts one below the other, without those that are missing. */
export function paragraphs(texts: (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join('\n\n');
}

/** Each different entry once, without regard to case, at most `max` of them. */
export function distinct(texts: (string | null)[], max: number): string[] {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    if (text !== null && text !== '' && !byKey.has(text.toLowerCase())) byKey.set(text.toLowerCase(), text);
  }
  return [...byKey.values()].slice(0, max);
}
