import { z } from 'zod';
import { orderText } from '../domain/list-order.ts';
import { LATEST_FIRST, PEOPLE, type PersonPlace } from '../domain/people-list.ts';
import { CATEGORIES } from '../domain/referral-status.ts';
import { formKey, isId } from '../http/forms.ts';
import { keptSearchId, lastDays, listOrder, searchWords } from '../http/list-fields.ts';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const status = z.preprocess(blank, z.enum(CATEGORIES).nullable().default(null));
const goal = z.preprocess(blank, z.literal('open').nullable().default(null));
const archived = z.preprocess(blank, z.enum(['no', 'only', 'all']).default('no'));
const sort = listOrder(PEOPLE);
const cursor = z.string().transform(readPlace).catch(null);

/** What the address of the People list may say; anything it does not know is left aside. */
export const PeopleQuery = z.object({
  status: status.catch(null),
  goal: goal.catch(null),
  archived: archived.catch('no'),
  updated: lastDays.catch(null),
  sort: sort.catch(LATEST_FIRST),
  search: keptSearchId,
  after: cursor,
  before: cursor,
});

export type PeopleFilter = Omit<z.output<typeof PeopleQuery>, 'after' | 'before'>;

/** The form above the list. It is posted: what somebody searches for is kept out of addresses (U-11, S-60). */
export const PeopleFilterForm = z.strictObject({
  q: searchWords,
  status,
  goal,
  archived,
  updated: lastDays,
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
  const order = orderText(PEOPLE, filter.sort);
  if (order) query.set('sort', order);
  if (place.after) query.set('after', placeText(place.after));
  if (place.before) query.set('before', placeText(place.before));
  const words = query.toString();
  return words ? `?${words}` : '';
}

/** Whether it leaves anybody out that the list has by itself: sorting does not. */
export function narrows(filter: PeopleFilter): boolean {
  return queryOf({ ...filter, sort: LATEST_FIRST }) !== '';
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

/** The referral that was just sent from here, or what was just done with the profile. */
export const ProfileQuery = z.object({
  sent: z.string().refine(isId).nullable().catch(null),
  done: z.enum(['archived', 'restored', 'saved']).nullable().catch(null),
});
