import { momentIn, type Moment } from '../components/dates.ts';
import { fullName } from '../domain/display-name.ts';
import type { Category } from '../domain/referral-status.ts';
import type { Link } from '../http/components.ts';
import type { Empty, Pagination, Tally } from '../http/list-components.ts';
import { cursorText } from './people.forms.ts';
import type { PersonRow } from './people.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'people/list': PeopleListPage;
  }
}

export interface PeopleListPage {
  refer: Link;
  tally: Tally;
  rows: PersonRowView[];
  empty: Empty | null;
  pages: Pagination;
}

export interface PersonRowView {
  id: string;
  href: string;
  name: string;
  /** What is left to do, by category: "2 In progress". */
  open: { category: Category; words: string }[];
  closed: string | null;
  last: Moment;
}

/** What the service and the request gave. */
export interface PeopleFacts {
  rows: readonly PersonRow[];
  total: number;
  older: boolean;
  newer: boolean;
  timeZone: string;
  /** Whether they work with a Team: then they can refer others. */
  navigates: boolean;
}

const REFER = { href: '/programs', label: 'Refer someone new' };

export function peopleListPage(facts: PeopleFacts): PeopleListPage {
  const { rows, total, timeZone, navigates } = facts;
  return {
    refer: REFER,
    tally: { words: total === 1 ? '1 person' : `${total.toLocaleString('en-US')} people`, chips: [], clearHref: null, live: true },
    rows: rows.map((row) => rowView(row, timeZone)),
    empty: total === 0 ? (navigates ? NOBODY_YET : NOT_IN_A_TEAM) : null,
    pages: pagesOf(facts),
  };
}

function rowView(row: PersonRow, timeZone: string): PersonRowView {
  const { seekerId, firstName, lastName, inProgress, needsAction, closed, lastActivity } = row;
  const open: PersonRowView['open'] = [];
  if (inProgress > 0) open.push({ category: 'progress', words: `${String(inProgress)} In progress` });
  if (needsAction > 0) open.push({ category: 'action', words: `${String(needsAction)} Needs further action` });
  return {
    id: `person-${seekerId}`,
    href: `/people/${seekerId}`,
    name: fullName(firstName, lastName),
    open,
    closed: closed > 0 ? `${String(closed)} loop${closed === 1 ? '' : 's'} closed` : null,
    last: momentIn(timeZone, lastActivity),
  };
}

function pagesOf({ rows, total, older, newer }: PeopleFacts): Pagination {
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (direction: 'older' | 'newer', row: PersonRow | undefined): string | null =>
    row ? `/people?${direction}=${cursorText({ at: row.lastActivity, seekerId: row.seekerId })}` : null;
  return {
    range: rows.length === total ? `All ${String(total)}` : `${String(rows.length)} of ${total.toLocaleString('en-US')}`,
    page: older || newer ? 'Newest activity first' : null,
    previous: newer ? at('newer', first) : null,
    next: older ? at('older', last) : null,
  };
}

const NOBODY_YET: Empty = {
  heading: 'You are not helping anybody here yet',
  paragraphs: [
    'The people you refer stand here, with those your Team shares with you and those referred to your Programs.',
    'Find a Program that can help, and send the first referral.',
  ],
  main: { ...REFER, icon: null },
  plain: null,
};

const NOT_IN_A_TEAM: Empty = {
  heading: 'You do not work with a Team here yet',
  paragraphs: [
    'The people a Team helps stand here. Ask your Site admin or Program Admin to invite you.',
    'What was sent for you is under Referrals for Me.',
  ],
  main: { href: '/for-me', label: 'Referrals for Me', icon: null },
  plain: { href: '/programs', label: 'Find programs' },
};
