import { firstOrder, turned, type ListOrder, type Sortable } from '../domain/list-order.ts';
import type { SortHead, SortJump } from '../http/list-components.ts';

/** A list in the order it stands in now. */
export interface SortedList<Column extends string> extends Sortable<Column> {
  now: ListOrder<Column>;
  labels: Record<Column, string>;
  /** "Received, newest first". */
  words: (order: ListOrder<Column>) => string;
  /** Its first page in another order: the rest of the list lies elsewhere then. */
  href: (order: ListOrder<Column>) => string;
}

/** How a list is sorted, and the ways to sort it otherwise. */
export interface Sorts<Column extends string> {
  sorts: SortJump;
  heads: Record<Column, SortHead>;
  /** For the table's caption. */
  order: string;
}

export function sortsOf<Column extends string>(list: SortedList<Column>): Sorts<Column> {
  const heads = Object.fromEntries(list.columns.map((column) => [column, headOf(list, column)])) as Record<Column, SortHead>;
  return { sorts: jumpOf(list), heads, order: list.words(list.now) };
}

/** A column's name sorts by it; the one it is sorted by already turns round (U-10). */
function headOf<Column extends string>(list: SortedList<Column>, column: Column): SortHead {
  const { now, date, labels, href } = list;
  const sorted = now.column === column;
  return {
    label: labels[column],
    column: column === date ? 'c-date' : '',
    href: href(sorted ? turned(now) : firstOrder(list, column)),
    sort: sorted ? (now.descending ? 'descending' : 'ascending') : null,
  };
}

/** All ways to sort, for narrow windows. */
function jumpOf<Column extends string>(list: SortedList<Column>): SortJump {
  const { columns, now, words, href } = list;
  const firsts = columns.map((column) => firstOrder(list, column));
  const orders = firsts.flatMap((first) => [first, turned(first)]);
  const isNow = (order: ListOrder<Column>): boolean => order.column === now.column && order.descending === now.descending;
  return { current: words(now), orders: orders.map((order) => ({ href: href(order), label: words(order), current: isNow(order) })) };
}
