import { z } from 'zod';
import { INBOUND, NEWEST_FIRST, type Sender } from '../domain/inbound-order.ts';
import { orderText } from '../domain/list-order.ts';
import { CATEGORIES, STATUSES, statusesIn, type Category, type Status } from '../domain/referral-status.ts';
import { formKey, isId, text } from '../http/forms.ts';
import { keptSearchId, lastDays, listOrder, searchWords } from '../http/list-fields.ts';

/** Rows on one page of the Inbound Referrals. */
export const PAGE_SIZE = 25;

export type StatusFilter = Category | Status;

const ORGANIZATION = 'org:';

const chosen = z.array(z.enum([...CATEGORIES, ...STATUSES])).max(14);
const split = (value: unknown): unknown => (typeof value === 'string' ? value.split(',').filter(Boolean) : value);

/** "help,no_capacity". */
const status = z.preprocess(split, chosen.default([]));
const by = text(300, 'Choose from the list').transform(readSender);
const sort = listOrder(INBOUND);
const wholePage = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).max(100_000).default(1));

/** What the address of an Inbound page may say. Anything it does not know is left aside. */
export const InboundQuery = z.object({
  /** Said several times, too: "status=help&status=no_capacity". */
  status: z.preprocess((value) => [value ?? []].flat().flatMap(split), chosen),
  received: lastDays,
  by: by.nullable().catch(null),
  sort: sort.catch(NEWEST_FIRST),
  search: keptSearchId,
  page: wholePage,
});

export type InboundFilter = z.output<typeof InboundQuery>;

/** The form above the list. It is posted: what somebody searches for is kept out of addresses (U-11, S-60). */
export const InboundFilterForm = z.strictObject({
  q: searchWords,
  status,
  received: lastDays,
  by: by.nullable().default(null),
  sort,
  _idem: formKey,
});

const referral = z.string().refine(isId).nullable().catch(null);

/** What was just done from here: a referral that was added; or one whose status was saved, and which row of the page it had been. */
export const DoneQuery = z.object({
  added: referral,
  changed: referral,
  at: z.coerce.number().int().min(0).max(PAGE_SIZE).catch(0),
});

/** The list to come back to once this row's status is saved: at the row, or at the place it had. */
export function afterSaving(filter: InboundFilter, id: string, at: number): string {
  const query = new URLSearchParams(queryOf(filter, filter.page));
  query.set('changed', id);
  query.set('at', String(at));
  return `?${query.toString()}#row-${id}`;
}

/** The filter as a query string; empty when nothing is chosen. */
export function queryOf(filter: Omit<InboundFilter, 'page'>, page = 1): string {
  const query = new URLSearchParams(filter.status.map((one): [string, string] => ['status', one]));
  if (filter.received) query.set('received', String(filter.received));
  if (filter.by) query.set('by', senderText(filter.by));
  if (filter.search) query.set('search', filter.search);
  const order = orderText(INBOUND, filter.sort);
  if (order) query.set('sort', order);
  if (page > 1) query.set('page', String(page));
  const words = query.toString();
  return words ? `?${words}` : '';
}

/** Back from a query string, for the forms that lead to other pages; the whole list where it cannot be read. */
export function filterOf(query: string): InboundFilter {
  const given = new URLSearchParams(query);
  const read = InboundQuery.safeParse({ ...Object.fromEntries(given), status: given.getAll('status') });
  return read.success ? read.data : InboundQuery.parse({});
}

/** Whether it leaves anything out: sorting does not. */
export function narrows(filter: InboundFilter): boolean {
  return queryOf({ ...filter, sort: NEWEST_FIRST }) !== '';
}

/** The statuses a filter stands for; null where it does not narrow. */
export function chosenStatuses(filter: InboundFilter): Status[] | null {
  if (filter.status.length === 0) return null;
  const chosen = new Set(filter.status.flatMap((one) => (isCategory(one) ? statusesIn(one) : [one])));
  return STATUSES.filter((one) => chosen.has(one));
}

/** "got_help" is a status and "help" its category: the names never meet. */
function isCategory(value: StatusFilter): value is Category {
  return (CATEGORIES as readonly string[]).includes(value);
}

export function senderText(sender: Sender): string {
  return sender.kind === 'organization' ? ORGANIZATION + sender.name : sender.kind;
}

function readSender(value: string): Sender | null {
  if (value === 'self' || value === 'program') return { kind: value };
  const name = value.startsWith(ORGANIZATION) ? value.slice(ORGANIZATION.length) : '';
  return name ? { kind: 'organization', name } : null;
}
