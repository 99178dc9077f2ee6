import { z } from 'zod';
import { isLatestFirst, LATEST_FIRST, PEOPLE_COLUMNS, type PeopleOrder, type PersonPlace } from '../domain/people-list.ts';
import { CATEGORIES } from '../domain/referral-status.ts';
import { formKey, isId, text } from '../http/forms.ts';

export const SEARCH_MAX = 100;
export const UPDATED_DAYS = [7, 30, 90] as const;

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const status = z.preprocess(blank, z.enum(CATEGORIES).nullable().default(null));
const goal = z.preprocess(blank, z.literal('open').nullable().default(null));
const archived = z.preprocess(blank, z.enum(['no', 'only', 'all']).default('no'));
const updated = z.preprocess((value) => (blank(value) === undefined ? null : Number(value)), z.literal([...UPDATED_DAYS]).nullable());
const sort = z.preprocess(blank, z.string().transform(readOrder).default(LATEST_FIRST));
const cursor = z.string().transform(readPlace).catch(null);

/** What the address of the People list may say; anything it does not know is left aside. */
export const PeopleQuery = z.object({
  status: status.catch(null),
  goal: goal.catch(null),
  archived: archived.catch('no'),
  updated: updated.catch(null),
  sort: sort.catch(LATEST_FIRST),
  /** Under this id the session keeps what was searched for (U-11). */
  search: z.string().min(1).max(64).nullable().catch(null),
  after: cursor,
  before: cursor,
});

export type PeopleFilter = Omit<z.output<typeof PeopleQuery>, 'after' | 'before'>;

/** The form above the list. It is posted: what somebody searches for is kept out of addresses (U-11, S-60). */
export const PeopleFilterForm = z.strictObject({
  q: text(SEARCH_MAX, 'Write a name, a phone number or an email address').default(''),
  status,
  goal,
  archived,
  updated,
  sort,
  _idem: formKey,
});

/** The filter as a query string; empty when nothing is chosen. */
export function queryOf(filter: PeopleFilter, place: { after?: PersonPlace; before?: PersonPlace } = {}): string {
  const query = new URLSearchParams();
  if (filter.status) query.set('status', filter.status);
  if (filter.goal) query.set('goal', filter.goal);
  if (filter.archived !== 'no') query.set('archived', filter.archived);
  if (filter.updated) query.set('updated', String(filter.updated));
  if (filter.search) query.set('search', filter.search);
  if (!isLatestFirst(filter.sort)) query.set('sort', orderText(filter.sort));
  if (place.after) query.set('after', placeText(place.after));
  if (place.before) query.set('before', placeText(place.before));
  const words = query.toString();
  return words ? `?${words}` : '';
}

/** Whether it leaves anybody out that the list has by itself: sorting does not. */
export function narrows({ status: category, goal: open, archived: shown, updated: days, search }: PeopleFilter): boolean {
  return category !== null || open !== null || shown !== 'no' || days !== null || search !== null;
}

/** A row's place, for an address: no name is in it. */
function placeText({ at, seekerId }: PersonPlace): string {
  return `${String(at.getTime())}-${seekerId}`;
}

function readPlace(words: string): PersonPlace | null {
  const [, time, seekerId] = /^(\d{1,15})-(.{36})$/.exec(words) ?? [];
  const at = new Date(Number(time));
  return isId(seekerId) && !Number.isNaN(at.getTime()) && at.getFullYear() < 10_000 ? { at, seekerId } : null;
}

/** "name" from A, "-name" from Z. */
export function orderText({ column, descending }: PeopleOrder): string {
  return (descending ? '-' : '') + column;
}

function readOrder(value: string): PeopleOrder {
  const descending = value.startsWith('-');
  const column = PEOPLE_COLUMNS.find((one) => one === value.slice(descending ? 1 : 0));
  return column ? { column, descending } : LATEST_FIRST;
}

/** The referral that was just sent from here, or what was just done with the profile. */
export const ProfileQuery = z.object({
  sent: z.string().refine(isId).nullable().catch(null),
  done: z.enum(['archived', 'restored', 'saved']).nullable().catch(null),
});
