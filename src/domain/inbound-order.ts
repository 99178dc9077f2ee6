import { newestFirst, type ListOrder, type Sortable } from './list-order.ts';

/** What the Inbound Referrals can be sorted by: the columns of the page (R20). */
export type InboundColumn = 'received' | 'status' | 'person' | 'by';

export type InboundOrder = ListOrder<InboundColumn>;

export const INBOUND: Sortable<InboundColumn> = { columns: ['received', 'status', 'person', 'by'], date: 'received' };

/** What came in last is what nobody knows yet. */
export const NEWEST_FIRST: InboundOrder = newestFirst(INBOUND);

/** Who sent a referral: the Seeker, one of the Program's own Claimers, or somebody of an organization. */
export type Sender = { kind: 'self' } | { kind: 'program' } | { kind: 'organization'; name: string };
