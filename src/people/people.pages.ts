import { momentIn, type Moment } from '../components/dates.ts';
import { errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { fullName } from '../domain/display-name.ts';
import type { Category } from '../domain/referral-status.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, TextField } from '../http/form-components.ts';
import type { Empty, Pagination, Tally } from '../http/list-components.ts';
import { emptyPeople, REFER } from './people-empty.pages.ts';
import { cursorText, SEARCH_MAX } from './people.forms.ts';
import type { PersonRow } from './people.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'people/list': PeopleListPage;
  }
}

export interface PeopleListPage {
  refer: Link;
  errors: ErrorSummary | null;
  /** Null where there is nobody to search for. */
  search: TextField | null;
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
  /** The search box as it was filled in, and the id it is kept under while it narrows the list. */
  form: FormState;
  searchId: string | null;
  timeZone: string;
  /** Whether they work with a Team: then they can refer others. */
  navigates: boolean;
}

export function peopleListPage(facts: PeopleFacts): PeopleListPage {
  const { rows, total, timeZone, searchId, form } = facts;
  const nobodyAtAll = total === 0 && searchId === null;
  return {
    refer: REFER,
    errors: errorSummary(form, ['q']),
    search: nobodyAtAll ? null : searchField(form),
    tally: tallyOf(facts),
    rows: rows.map((row) => rowView(row, timeZone)),
    empty: total === 0 ? emptyPeople(facts) : null,
    pages: pagesOf(facts),
  };
}

function searchField(form: FormState): TextField {
  return { ...fieldIn(form, 'q'), type: 'search', label: 'Name, phone or email', maxlength: SEARCH_MAX, autocomplete: 'off' };
}

function tallyOf({ total, searchId }: PeopleFacts): Tally {
  const people = total === 1 ? '1 person' : `${total.toLocaleString('en-US')} people`;
  const chips = searchId === null ? [] : [{ href: '/people', label: 'Search words', category: null }];
  return { words: people + (searchId === null ? '' : ', 1 filter'), chips, clearHref: searchId === null ? null : '/people', live: true };
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

function pagesOf({ rows, total, older, newer, searchId }: PeopleFacts): Pagination {
  const [first, last] = [rows[0], rows.at(-1)];
  const search = searchId === null ? {} : { search: searchId };
  const at = (direction: 'older' | 'newer', row: PersonRow | undefined): string | null =>
    row
      ? `/people?${new URLSearchParams({ ...search, [direction]: cursorText({ at: row.lastActivity, seekerId: row.seekerId }) }).toString()}`
      : null;
  return {
    range:
      older || newer ? `${String(rows.length)} of ${total.toLocaleString('en-US')}` : `1 to ${String(rows.length)} of ${String(total)}`,
    page: older || newer ? 'Newest activity first' : null,
    previous: newer ? at('newer', first) : null,
    next: older ? at('older', last) : null,
  };
}
