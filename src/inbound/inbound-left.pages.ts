import { fullName } from '../domain/display-name.ts';
import { labelOf } from '../domain/referral-status.ts';
import type { Notice } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { InboundRow } from './inbound-row.store.ts';
import { chosenStatuses, type InboundFilter } from './inbound.forms.ts';

/** What stands in the place of a row that left the page when its status was saved: that is where its reader looks (U-10). */
export interface LeftRow {
  id: string;
  /** Before which row; as many as there are rows: below them. */
  at: number;
  notice: Notice;
}

export interface LeftFacts {
  row: InboundRow;
  at: number;
  /** How many there are on the page now. */
  rows: number;
  filter: InboundFilter;
}

export function leftRow({ row, at, rows, filter }: LeftFacts): LeftRow {
  return { id: row.id, at: Math.min(at, rows), notice: leftNotice(row, filter) };
}

/** A status the filter leaves out takes it off the list; in the order of statuses it may stand elsewhere in it. */
export function leftNotice(row: InboundRow, filter: InboundFilter): Notice {
  const statuses = chosenStatuses(filter);
  const words = { name: fullName(row.firstName, row.lastName), status: t(labelOf(row.status)) };
  const text =
    statuses === null || statuses.includes(row.status)
      ? t('{{name}} is {{status}} now, and on another page of this list.', words)
      : t('{{name}} is {{status}} now, and no longer in this list.', words);
  return { kind: 'done', text, link: { href: `/referrals/${row.id}`, label: t('Open the referral') } };
}
