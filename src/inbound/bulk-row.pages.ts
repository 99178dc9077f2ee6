import { momentIn, shortDate } from '../components/dates.ts';
import { statusView } from '../components/status-view.ts';
import type { BulkOutcome } from '../domain/bulk-change.ts';
import { fullName } from '../domain/display-name.ts';
import { labelOf, type Status } from '../domain/referral-status.ts';
import type { StatusView } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
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
  const label = { status: t(labelOf(row.status)) };
  switch (outcome) {
    case 'changes':
      return row.status === to || !saved
        ? t(saved ? 'Changed to {{status}}' : 'Changes to {{status}}', { status: t(labelOf(to)) })
        : t('Changed to {{chosen}}. Then {{name}} changed it to {{status}}, {{when}}', {
            chosen: t(labelOf(to)),
            ...change(bulkRow, moment),
          });
    case 'already':
      return t(saved ? 'It was {{status}} already' : 'It is {{status}} already', label);
    case 'meanwhile':
      return saved
        ? t('Not changed: {{name}} changed it to {{status}}, {{when}}', change(bulkRow, moment))
        : capital(t('{{name}} changed it to {{status}}, {{when}}', change(bulkRow, moment)));
    case 'withdrawn':
      return t('Withdrawn by {{name}}: its status stays', { name: row.withdrawal?.by ?? row.makerName });
  }
}

/** "Joel P.", "Pending", "3 Dec, 9:20 am". */
function change({ row }: BulkRow, { timeZone, now }: Pick<RowWords, 'timeZone' | 'now'>): { name: string; status: string; when: string } {
  const at = momentIn(timeZone, row.statusChangedAt);
  return { name: row.lastActor ?? t('somebody'), status: t(labelOf(row.status)), when: `${shortDate(at, now)}, ${at.time}` };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The rows of one kind, in the order they were ticked. */
export function rowsWith(rows: readonly BulkRow[], outcomes: readonly BulkOutcome[], words: RowWords): BulkRowView[] {
  return rows.filter(({ outcome }) => outcomes.includes(outcome)).map((row) => bulkRowView(row, words));
}
