import type { PartialModels } from './partial-models.ts';

/** What a partial stands in where it is used: rows need a table, entries a list. */
export type Within = 'block' | 'row' | 'head' | 'entries' | 'goals' | 'results' | 'sentence';

/** One partial with each of its states. */
export interface Piece {
  partial: keyof PartialModels;
  about: string;
  within: Within;
  /** Opened by whoever wants to see it: it would take the page's focus, or is a page's one main heading. */
  folded: boolean;
  states: { name: string; model: unknown }[];
}

interface PieceWishes<K extends keyof PartialModels> {
  about: string;
  /** By the name of the state. */
  states: Record<string, PartialModels[K]>;
  within?: Within;
  folded?: boolean;
}

/** The compiler sees to it that each state is a model the partial takes. */
export function piece<K extends keyof PartialModels>(partial: K, { about, states, within, folded }: PieceWishes<K>): Piece {
  return {
    partial,
    about,
    within: within ?? 'block',
    folded: folded ?? false,
    states: Object.entries<PartialModels[K]>(states).map(([name, model]) => ({ name, model })),
  };
}
