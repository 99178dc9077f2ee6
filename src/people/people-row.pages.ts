import { momentIn, type Moment } from '../components/dates.ts';
import { fullName } from '../domain/display-name.ts';
import type { Category } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';
import type { PersonRow } from './person-row.store.ts';

export interface PersonRowView {
  seekerId: string;
  /** It no longer fits the page but the reader has it on the screen: it stays while the page is open (U-21). */
  kept: boolean;
  href: string;
  name: string;
  archived: boolean;
  /** What is left to do, by category: "2 In progress". */
  open: { category: Category; words: string }[];
  closed: string | null;
  last: Moment;
}

export function rowView(row: PersonRow, timeZone: string, kept: boolean): PersonRowView {
  const { seekerId, firstName, lastName, inProgress, needsAction, closed, lastActivity, archived } = row;
  const open: PersonRowView['open'] = [];
  if (inProgress > 0) open.push({ category: 'progress', words: t('{{count, number}} In progress', { count: inProgress }) });
  if (needsAction > 0) open.push({ category: 'action', words: t('{{count, number}} Needs further action', { count: needsAction }) });
  return {
    seekerId,
    kept,
    href: `/people/${seekerId}`,
    name: fullName(firstName, lastName),
    archived,
    open,
    closed: closed > 0 ? t('{{count, number}} loops closed', { count: closed }) : null,
    last: momentIn(timeZone, lastActivity),
  };
}
