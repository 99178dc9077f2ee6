/** How common a word is: of so many rows that are searched, what share has it, by a sample. */
export interface WordShare {
  share: number;
  rows: number;
}

/** A page is looked for along the list, or by an index asked for these words, the others being read where it points. */
export type SearchPlan<Word> = 'walk' | Word[];

const PAGE = 26;

/** What no row of the sample has may still be some people's. */
const LEAST_SHARE = 0.0002;

/** Beside passing by one entry of the list, as measured: what the index takes for a row it points to, and what reading that row takes. */
const POINTED_TO = 0.5;
const READ = 12;

/**
 * Whichever takes least: to walk until a page is full; to ask the index for all words; or for the rarest alone. "Maria" is soon met;
 * of "Maria Xochitzin" only the second is worth an index, which would list every Maria first (R16).
 */
export function searchPlan<Word>(words: readonly Word[], shares: readonly WordShare[]): SearchPlan<Word> {
  const known = shares.map(({ share, rows }, index) => ({ word: words[index], share: Math.max(share, LEAST_SHARE), rows }));
  const rarest = known.reduce<(typeof known)[number] | null>((a, b) => (a && a.share <= b.share ? a : b), null);
  if (rarest?.word === undefined) return [...words];
  const together = known.reduce((product, { share }) => product * share, 1);
  const pointedTo = known.reduce((sum, { share }) => sum + share, 0);
  const walk = PAGE / together;
  const all = rarest.rows * (pointedTo * POINTED_TO + together * READ);
  const one = rarest.rows * rarest.share * (POINTED_TO + READ);
  if (walk <= Math.min(all, one)) return 'walk';
  return one < all ? [rarest.word] : [...words];
}
