import { COUNT_LIMIT, countText } from '../domain/counting.ts';
import type { Pagination, Tally } from '../http/list-components.ts';
import { LOCALES } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { chipsOf } from './inbound-filter.pages.ts';
import { PAGE_SIZE, queryOf, type InboundFilter } from './inbound.forms.ts';

/** What the words around the table need to know. */
export interface TallyFacts {
  program: { id: string };
  filter: InboundFilter;
  /** As far as it was counted: see findInbound. */
  total: number;
  /** Rows that stay though they no longer fit count as long as they are there. */
  onScreen: number;
}

/** "34 referrals, 2 filters" over the table. */
export function tallyOf({ total, filter, program }: TallyFacts): Tally {
  const chips = chipsOf(program.id, filter);
  const referrals =
    total > countedTo(filter)
      ? t('{{number}} referrals', { number: totalText(total, filter) })
      : t('{{count, number}} referrals', { count: total });
  const words = chips.length === 0 ? referrals : `${referrals}, ${t('{{count, number}} filters', { count: chips.length })}`;
  return { words, chips, clearHref: chips.length > 0 ? clearedOf(program.id, filter) : null, live: true, keys: true };
}

/** "1 to 25 of 34" below it, and the ways on and back. */
export function paginationOf({ total, filter, onScreen, program }: TallyFacts): Pagination {
  const first = (filter.page - 1) * PAGE_SIZE;
  const last = Math.max(lastPage(total), filter.page);
  const range = { first: number(first + 1), last: number(first + onScreen), total: totalText(total, filter) };
  const to = (page: number): string => here(program.id, queryOf(filter, page));
  return {
    range: onScreen === 0 ? t('{{count, number}} referrals', { count: 0 }) : t('{{first}} to {{last}} of {{total}}', range),
    page: last > 1 ? pageWords(filter.page, total > countedTo(filter) ? null : countText(last)) : null,
    previous: filter.page > 1 ? to(filter.page - 1) : null,
    next: filter.page < last ? to(filter.page + 1) : null,
  };
}

export function lastPage(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

/** "Page 1 of 2"; only "Page 1" where nobody counted how many there are. */
function pageWords(page: number, pages: string | null): string {
  return pages === null ? t('Page {{page}}', { page }) : t('Page {{page}} of {{pages}}', { page, pages });
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
  return value.toLocaleString(LOCALES[languageNow()]);
}
