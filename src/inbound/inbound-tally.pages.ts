import { COUNT_LIMIT, countText } from '../domain/counting.ts';
import type { Pagination, Tally } from '../http/list-components.ts';
import { chipsOf } from './inbound-filter.pages.ts';
import { PAGE_SIZE, queryOf, type InboundFilter } from './inbound.forms.ts';

/** What the words around the table need to know. */
export interface TallyFacts {
  program: { id: string };
  filter: InboundFilter;
  /** As far as it was counted: see findInbound. */
  total: number;
  rows: readonly unknown[];
}

/** "34 referrals, 2 filters" over the table. */
export function tallyOf({ total, filter, program }: TallyFacts): Tally {
  const chips = chipsOf(program.id, filter);
  const filters = chips.length === 0 ? '' : `, ${String(chips.length)} filter${chips.length === 1 ? '' : 's'}`;
  const referrals = `${totalText(total, filter)} referral${total === 1 ? '' : 's'}`;
  return { words: referrals + filters, chips, clearHref: chips.length > 0 ? clearedOf(program.id, filter) : null, live: true };
}

/** "1 to 25 of 34" below it, and the ways on and back. */
export function paginationOf({ total, filter, rows, program }: TallyFacts): Pagination {
  const first = (filter.page - 1) * PAGE_SIZE;
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const pages = total > countedTo(filter) ? '' : ` of ${countText(last)}`;
  const to = (page: number): string => here(program.id, queryOf(filter, page));
  return {
    range: rows.length === 0 ? '0 referrals' : `${number(first + 1)} to ${number(first + rows.length)} of ${totalText(total, filter)}`,
    page: last > 1 ? `Page ${String(filter.page)}${pages}` : null,
    previous: filter.page > 1 ? to(filter.page - 1) : null,
    next: filter.page < last ? to(filter.page + 1) : null,
  };
}

/** Without any filter, in the order it has. */
export function clearedOf(programId: string, { sort }: InboundFilter): string {
  return here(programId, queryOf({ status: [], received: null, by: null, search: null, sort }));
}

/** The address of a Program's list. */
export function here(programId: string, query: string): string {
  return `/inbound/${programId}${query}`;
}

/** How far the total was counted. */
function countedTo({ page }: InboundFilter): number {
  return Math.max(COUNT_LIMIT, page * PAGE_SIZE);
}

function totalText(total: number, filter: InboundFilter): string {
  return countText(total, countedTo(filter));
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
