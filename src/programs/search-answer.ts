import type { LocalMoment, OpeningSpan } from '../domain/opening-hours.ts';
import type { ProgramCategory } from './program-details.store.ts';
import type { FoundProgram } from './program-search.store.ts';

export const PAGE_SIZE = 25;

export interface SearchAnswer {
  programs: (FoundProgram & { hours: OpeningSpan[]; categories: ProgramCategory[] })[];
  total: number;
  /** Some say the words, others are only in a category a word stands for: those that say them are first. */
  mixed: boolean;
  page: number;
  pages: number;
  /** False for a ZIP code the Census does not know: then the programs are by name. */
  zipKnown: boolean;
  now: LocalMoment;
  /** The chosen categories and language as the directory writes them. */
  categories: string[];
  language: string | null;
  offered: { categories: ProgramCategory[]; languages: string[] };
}
