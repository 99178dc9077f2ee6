import { z } from 'zod';
import { CATEGORIES, STATUSES, statusesIn, type Category, type Status } from '../domain/referral-status.ts';

/** Rows on one page of the Inbound Referrals. */
export const PAGE_SIZE = 25;

export const RECEIVED_DAYS = [7, 30, 90] as const;

export type StatusFilter = Category | Status;

const list = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.enum([...CATEGORIES, ...STATUSES])).max(14),
);
const wholePage = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).max(100_000).default(1));
const received = z.preprocess(
  (value) => (value === '' || value === undefined ? null : Number(value)),
  z.literal([...RECEIVED_DAYS]).nullable(),
);

/** What the address of an Inbound page may say. Anything it does not know is left aside. */
export const InboundQuery = z.object({ status: list, received: received, page: wholePage });

export type InboundFilter = z.output<typeof InboundQuery>;

/** The statuses a filter stands for; null where it does not narrow. */
export function chosenStatuses(filter: InboundFilter): Status[] | null {
  if (filter.status.length === 0) return null;
  const chosen = new Set(filter.status.flatMap((one) => (isCategory(one) ? statusesIn(one) : [one])));
  return STATUSES.filter((status) => chosen.has(status));
}

/** The filter as a query string, on page `page`; empty when nothing is chosen. */
export function queryOf(filter: Pick<InboundFilter, 'status' | 'received'>, page = 1): string {
  const query = new URLSearchParams(filter.status.map((status): [string, string] => ['status', status]));
  if (filter.received) query.set('received', String(filter.received));
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** "got_help" is a status and "help" its category: the names never meet. */
function isCategory(value: StatusFilter): value is Category {
  return (CATEGORIES as readonly string[]).includes(value);
}
