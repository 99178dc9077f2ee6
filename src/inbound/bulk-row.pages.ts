import { momentIn, shortDate } from '../components/dates.ts';
import { statusView } from '../components/status-view.ts';
import type { BulkOutcome } from '../domain/bulk-change.ts';
import { fullName } from '../domain/display-name.ts';
import { labelOf, type Status } from '../domain/referral-status.ts';
import type { StatusView } from '../http/components.ts';
import type { BulkRow } from './bulk.store.ts';

/** A referral on the pages of a bulk change. */
export interface BulkRowView {
  id: string;
  href: string;
  name: string;
  comment: string;
  /** As it is now. */
  status: StatusView;
  /** What comes of it, or came. */
  words: string;
  /** The referral with the version it has now: what ticking its box says. */
  pick: string;
}

export interface RowWords {
  to: Status;
  timeZone: string;
  now: Date;
  /** Before anything is saved, or afterwards. */
  saved: boolean;
}

export function bulkRowView({ row, outcome }: BulkRow, words: RowWords): BulkRowView {
  return {
    id: row.id,
    href: `/referrals/${row.id}`,
    name: fullName(row.firstName, row.lastName),
    comment: row.comment,
    status: statusView(row.status, row.seen),
    words: wordsFor({ row, outcome }, words),
    pick: `${row.id}.${String(row.version)}`,
  };
}

function wordsFor(bulkRow: BulkRow, { to, saved, ...moment }: RowWords): string {
  const { row, outcome } = bulkRow;
  const label = labelOf(row.status);
  switch (outcome) {
    case 'changes':
      if (!saved) return `Changes to ${labelOf(to)}`;
      return row.status === to ? `Changed to ${label}` : `Changed to ${labelOf(to)}. Then ${changedBy(bulkRow, moment)}`;
    case 'already':
      return saved ? `It was ${label} already` : `It is ${label} already`;
    case 'meanwhile':
      return saved ? `Not changed: ${changedBy(bulkRow, moment)}` : capital(changedBy(bulkRow, moment));
    case 'withdrawn':
      return `Withdrawn by ${row.withdrawal?.by ?? row.makerName}: its status stays`;
  }
}

/** "Joel P. changed it to Pending, 3 Dec, 9:20 am". */
function changedBy({ row }: BulkRow, { timeZone, now }: Pick<RowWords, 'timeZone' | 'now'>): string {
  const at = momentIn(timeZone, row.statusChangedAt);
  return `${row.lastActor ?? 'somebody'} changed it to ${labelOf(row.status)}, ${shortDate(at, now)}, ${at.time}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The rows of one kind, in the order they were ticked. */
export function rowsWith(rows: readonly BulkRow[], outcomes: readonly BulkOutcome[], words: RowWords): BulkRowView[] {
  return rows.filter(({ outcome }) => outcomes.includes(outcome)).map((row) => bulkRowView(row, words));
}
