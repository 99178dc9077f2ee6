import { firstOrder, INBOUND_COLUMNS, type InboundColumn, type InboundOrder } from '../domain/inbound-order.ts';
import type { SortHead, SortJump } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { queryOf, type InboundFilter } from './inbound.forms.ts';

export type InboundHeads = Record<InboundColumn, SortHead>;

/** A column's name sorts by it; the one it is sorted by already turns round (U-10). */
export function headsOf(programId: string, filter: InboundFilter): InboundHeads {
  const head = (column: InboundColumn, label: string): SortHead => {
    const { sort } = filter;
    const now = sort.column === column;
    const next = now ? { column, descending: !sort.descending } : firstOrder(column);
    return {
      label,
      column: column === 'received' ? 'c-date' : '',
      href: sortedBy(programId, filter, next),
      sort: now ? directionOf(sort) : null,
    };
  };
  return {
    person: head('person', t('Person inquiring')),
    by: head('by', t('Referred by')),
    status: head('status', t('Status')),
    received: head('received', t('Received')),
  };
}

/** All ways to sort, for narrow windows. */
export function sortJump(programId: string, filter: InboundFilter): SortJump {
  const columns: InboundColumn[] = [...INBOUND_COLUMNS];
  const orders = columns.flatMap((column) => {
    const first = firstOrder(column);
    return [first, { column, descending: !first.descending }];
  });
  return {
    current: orderWords(filter.sort),
    orders: orders.map((order) => ({
      href: sortedBy(programId, filter, order),
      label: orderWords(order),
      current: order.column === filter.sort.column && order.descending === filter.sort.descending,
    })),
  };
}

/** "Received, newest first". */
export function orderWords({ column, descending }: InboundOrder): string {
  switch (column) {
    case 'received':
      return t(descending ? 'Received, newest first' : 'Received, oldest first');
    case 'status':
      return t(descending ? 'Status, “Not updated” last' : 'Status, “Not updated” first');
    case 'person':
      return t(descending ? 'Last name, Z to A' : 'Last name, A to Z');
    case 'by':
      return t(descending ? 'Referred by, Z to A' : 'Referred by, A to Z');
  }
}

/** From the first page on: the rest of the list lies elsewhere now. */
function sortedBy(programId: string, filter: InboundFilter, sort: InboundOrder): string {
  return `/inbound/${programId}${queryOf({ ...filter, sort })}`;
}

function directionOf({ descending }: InboundOrder): 'ascending' | 'descending' {
  return descending ? 'descending' : 'ascending';
}
