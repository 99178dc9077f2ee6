import type { Category } from './referral-status.ts';

/** What the People list can be sorted by (R16). */
export const PEOPLE_COLUMNS = ['activity', 'name'] as const;

export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** A column and its direction; the other direction is the exact reverse. */
export interface PeopleOrder {
  column: PeopleColumn;
  descending: boolean;
}

export const LATEST_FIRST: PeopleOrder = { column: 'activity', descending: true };

export function isLatestFirst({ column, descending }: PeopleOrder): boolean {
  return column === LATEST_FIRST.column && descending;
}

/** How the list first stands when somebody sorts by a column: names from A, dates from the newest. */
export function firstPeopleOrder(column: PeopleColumn): PeopleOrder {
  return { column, descending: column === 'activity' };
}

/** Archived people are left out unless somebody asks for them (R17). */
export type ArchivedShown = 'no' | 'only' | 'all';

/** Which of the people somebody wants to see; null and false where it does not narrow. */
export interface PeopleChoice {
  /** Somebody with a referral of this category. */
  status: Category | null;
  /** Somebody with an open Goal. */
  goal: boolean;
  archived: ArchivedShown;
  /** With something that happened since then. */
  since: Date | null;
}

/** A place in the list: whose row it is, and when something last happened there. */
export interface PersonPlace {
  at: Date;
  seekerId: string;
}
