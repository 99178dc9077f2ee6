import { momentIn, type Moment } from '../components/dates.ts';
import { fullName } from '../domain/display-name.ts';
import type { Category } from '../domain/referral-status.ts';
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
  if (inProgress > 0) open.push({ category: 'progress', words: `${String(inProgress)} In progress` });
  if (needsAction > 0) open.push({ category: 'action', words: `${String(needsAction)} Needs further action` });
  return {
    seekerId,
    kept,
    href: `/people/${seekerId}`,
    name: fullName(firstName, lastName),
    archived,
    open,
    closed: closed > 0 ? `${String(closed)} loop${closed === 1 ? '' : 's'} closed` : null,
    last: momentIn(timeZone, lastActivity),
  };
}
