import { firstPeopleOrder, PEOPLE_COLUMNS, type PeopleColumn, type PeopleOrder } from '../domain/people-list.ts';
import type { SortHead, SortJump } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { queryOf, type PeopleFilter } from './people.forms.ts';

const headNow = (column: PeopleColumn): { label: string; column: string } =>
  column === 'name' ? { label: t('Name'), column: '' } : { label: t('Last activity'), column: 'c-date' };

/** A column's name sorts by it; the one it is sorted by already turns round (U-10). */
export function headOf(column: PeopleColumn, filter: PeopleFilter): SortHead {
  const { sort } = filter;
  const now = sort.column === column;
  const next = now ? { column, descending: !sort.descending } : firstPeopleOrder(column);
  return { ...headNow(column), href: sortedBy(filter, next), sort: now ? (sort.descending ? 'descending' : 'ascending') : null };
}

/** All ways to sort, for narrow windows. */
export function sortJump(filter: PeopleFilter): SortJump {
  const orders = PEOPLE_COLUMNS.flatMap((column): PeopleOrder[] => {
    const first = firstPeopleOrder(column);
    return [first, { column, descending: !first.descending }];
  });
  return {
    current: orderWords(filter.sort),
    orders: orders.map((order) => ({
      href: sortedBy(filter, order),
      label: orderWords(order),
      current: order.column === filter.sort.column && order.descending === filter.sort.descending,
    })),
  };
}

/** "Last activity, newest first". */
export function orderWords({ column, descending }: PeopleOrder): string {
  if (column === 'name') return descending ? t('Name, Z to A') : t('Name, A to Z');
  return descending ? t('Last activity, newest first') : t('Last activity, oldest first');
}

/** From the first page on: the rest of the list lies elsewhere now. */
function sortedBy(filter: PeopleFilter, sort: PeopleOrder): string {
  return `/people${queryOf({ ...filter, sort })}`;
}
