import { searchable } from './search-text.ts';

const CODE = /^[a-z]{2,3}(-[a-z]{2,4})?$/i;
const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Names sources give to one language. */
const SAME: Record<string, string> = {
  'chinese cantonese': 'Cantonese',
  'chinese mandarin': 'Mandarin',
  'mandarin chinese': 'Mandarin',
  'filipino tagalog': 'Tagalog',
  espanol: 'Spanish',
  'american sign language': 'American Sign Language',
  asl: 'American Sign Language',
  farsi: 'Persian',
};

/** A language by its English name: "es", "Español" and "spanish" are all Spanish. Null for what names none. */
export function languageName(written: string): string | null {
  const words = searchable(written);
  if (words === '' || words.length > 60) return null;
  const same = SAME[words];
  if (same) return same;
  const named = CODE.test(written.trim()) ? nameOfCode(written.trim()) : null;
  return named ?? capitalised(written.trim());
}

function nameOfCode(code: string): string | null {
  try {
    return NAMES.of(code) ?? null;
  } catch {
    return null;
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + (name === name.toUpperCase() ? name.slice(1).toLowerCase() : name.slice(1));
}
