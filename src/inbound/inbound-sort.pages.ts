import { firstOrder, INBOUND_COLUMNS, type InboundColumn, type InboundOrder } from '../domain/inbound-order.ts';
import type { SortHead, SortJump } from '../http/list-components.ts';
import { queryOf, type InboundFilter } from './inbound.forms.ts';

export type InboundHeads = Record<InboundColumn, SortHead>;

const HEADS: Record<InboundColumn, { label: string; column: string }> = {
  person: { label: 'Person inquiring', column: '' },
  by: { label: 'Referred by', column: '' },
  status: { label: 'Status', column: '' },
  received: { label: 'Received', column: 'c-date' },
};

/** A column's name sorts by it; the one it is sorted by already turns round (U-10). */
export function headsOf(programId: string, filter: InboundFilter): InboundHeads {
  const head = (column: InboundColumn): SortHead => {
    const { sort } = filter;
    const now = sort.column === column;
    const next = now ? { column, descending: !sort.descending } : firstOrder(column);
    return { ...HEADS[column], href: sortedBy(programId, filter, next), sort: now ? directionOf(sort) : null };
  };
  return { person: head('person'), by: head('by'), status: head('status'), received: head('received') };
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
      return descending ? 'Received, newest first' : 'Received, oldest first';
    case 'status':
      return descending ? 'Status, “Not updated” last' : 'Status, “Not updated” first';
    case 'person':
      return `Last name, ${descending ? 'Z to A' : 'A to Z'}`;
    case 'by':
      return `Referred by, ${descending ? 'Z to A' : 'A to Z'}`;
  }
}

/** From the first page on: the rest of the list lies elsewhere now. */
function sortedBy(programId: string, filter: InboundFilter, sort: InboundOrder): string {
  return `/inbound/${programId}${queryOf({ ...filter, sort })}`;
}

function directionOf({ descending }: InboundOrder): 'ascending' | 'descending' {
  return descending ? 'descending' : 'ascending';
}
