import { z } from 'zod';
import { newestFirst, readOrder, type ListOrder, type Sortable } from '../domain/list-order.ts';
import { text } from './forms.ts';

/** What the lists of referrals and of people can be asked for in the same words. */

export const SEARCH_MAX = 100;
export const LAST_DAYS = [7, 30, 90] as const;

const blankAsNone = (value: unknown): unknown => (value === '' ? undefined : value);

/** The search box. */
export const searchWords = text(SEARCH_MAX, 'Write a name, a phone number or an email address').default('');

/** Under this id the session keeps what was searched for (U-11). */
export const keptSearchId = z.string().min(1).max(64).nullable().catch(null);

/** The last so many days; null where it does not narrow. */
export const lastDays = z.preprocess(
  (value) => (blankAsNone(value) === undefined ? null : Number(value)),
  z.literal([...LAST_DAYS]).nullable(),
);

/** How the list is sorted: newest first unless it says so. */
export function listOrder<Column extends string>(list: Sortable<Column>): z.ZodType<ListOrder<Column>> {
  const order = z.string().transform((words) => readOrder(list, words));
  return z.preprocess(blankAsNone, order.default(newestFirst(list)));
}
