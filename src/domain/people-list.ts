import { newestFirst, type ListOrder, type Sortable } from './list-order.ts';
import type { Category } from './referral-status.ts';

/** What the People list can be sorted by (R16). */
export type PeopleColumn = 'activity' | 'name';

export type PeopleOrder = ListOrder<PeopleColumn>;

export const PEOPLE: Sortable<PeopleColumn> = { columns: ['activity', 'name'], date: 'activity' };

export const LATEST_FIRST: PeopleOrder = newestFirst(PEOPLE);

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
