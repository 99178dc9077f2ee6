/** What somebody wrote where a ZIP code belongs. */
export type ZipInput = { kind: 'none' } | { kind: 'zip'; zip: string } | { kind: 'malformed' };

const FIVE_DIGITS_MAYBE_PLUS_FOUR = /^(\d{5})(?:\s*[-–]?\s*\d{4})?$/;

/** Five digits, or ZIP+4 of which the first five count; blanks around it do not. */
export function readZip(text: string): ZipInput {
  const written = text.trim();
  if (written === '') return { kind: 'none' };
  const zip = FIVE_DIGITS_MAYBE_PLUS_FOUR.exec(written)?.[1];
  return zip ? { kind: 'zip', zip } : { kind: 'malformed' };
}

/** The five digits of a ZIP or ZIP+4, or null for anything else. */
export function zipOf(text: string): string | null {
  const read = readZip(text);
  return read.kind === 'zip' ? read.zip : null;
}
