/** What the Inbound Referrals can be sorted by: the columns of the page (R20). */
export const INBOUND_COLUMNS = ['received', 'status', 'person', 'by'] as const;

export type InboundColumn = (typeof INBOUND_COLUMNS)[number];

/** A column and its direction; the other direction is the exact reverse. */
export interface InboundOrder {
  column: InboundColumn;
  descending: boolean;
}

/** Newest first: what came in last is what nobody knows yet. */
export const NEWEST_FIRST: InboundOrder = { column: 'received', descending: true };

export function isNewestFirst({ column, descending }: InboundOrder): boolean {
  return column === NEWEST_FIRST.column && descending;
}

/** How a list first stands when somebody sorts by a column: names from A, statuses as R4 lists them, dates from the newest. */
export function firstOrder(column: InboundColumn): InboundOrder {
  return { column, descending: column === 'received' };
}

/** Who sent a referral: the Seeker, one of the Program's own Claimers, or somebody of an organization. */
export type Sender = { kind: 'self' } | { kind: 'program' } | { kind: 'organization'; name: string };
