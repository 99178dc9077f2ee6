import { errorSummary, type FormState } from '../components/fields.ts';
import type { Sorts } from '../components/sorting.ts';
import { countText } from '../domain/counting.ts';
import type { PeopleColumn } from '../domain/people-list.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { Empty, Pagination, Tally } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { emptyPeople, referLink } from './people-empty.pages.ts';
import { chipsOf, filterView, type PeopleFilterView } from './people-filter.pages.ts';
import { rowView, type PersonRowView } from './people-row.pages.ts';
import { orderWords, peopleSorts } from './people-sort.pages.ts';
import { narrows, queryOf, type PeopleFilter } from './people.forms.ts';
import type { PersonRow } from './person-row.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'people/list': PeopleListPage;
  }
}

export interface PeopleListPage extends Sorts<PeopleColumn> {
  /** Null for whoever works with no Team: they refer nobody but themselves. */
  refer: Link | null;
  errors: ErrorSummary | null;
  /** Null where there is nobody to search for. */
  filter: PeopleFilterView | null;
  tally: Tally;
  /** Said where nobody is called as was asked. */
  near: string | null;
  rows: PersonRowView[];
  empty: Empty | null;
  pages: Pagination;
}

/** What the service and the request gave. */
export interface PeopleFacts {
  filter: PeopleFilter;
  rows: readonly PersonRow[];
  kept: readonly PersonRow[];
  total: number;
  countedTo: number;
  next: boolean;
  previous: boolean;
  near: boolean;
  /** The search box as it was filled in. */
  form: FormState;
  timeZone: string;
  /** Whether they work with a Team: then they can refer others. */
  navigates: boolean;
}

export function peopleListPage(facts: PeopleFacts): PeopleListPage {
  const { filter, form, near, timeZone } = facts;
  const onScreen = facts.rows.length + facts.kept.length;
  // Rows that stay though they no longer fit count as long as they are there.
  const total = Math.max(facts.total, onScreen);
  const shown = { ...facts, total };
  const nobodyAtAll = total === 0 && !narrows(filter);
  return {
    refer: facts.navigates ? referLink() : null,
    errors: errorSummary(form, ['q']),
    filter: nobodyAtAll ? null : filterView(filter, form),
    tally: tallyOf(shown),
    near: near ? t('Nobody you help is called exactly that. These names come close.') : null,
    ...peopleSorts(filter),
    rows: [...facts.rows.map((row) => rowView(row, timeZone, false)), ...facts.kept.map((row) => rowView(row, timeZone, true))],
    empty: total === 0 ? emptyPeople(facts) : null,
    pages: pagesOf(shown, onScreen),
  };
}

function tallyOf({ total, countedTo, filter }: PeopleFacts): Tally {
  const chips = chipsOf(filter);
  const people = total === 1 ? t('1 person') : t('{{number}} people', { number: countText(total, countedTo) });
  const filters = chips.length === 0 ? [] : [t('{{count, number}} filters', { count: chips.length })];
  return { words: [people, ...filters].join(', '), chips, clearHref: chips.length > 0 ? '/people' : null, live: true };
}

function pagesOf({ rows, total, countedTo, next, previous, filter }: PeopleFacts, onScreen: number): Pagination {
  const [first, last] = [rows[0], rows.at(-1)];
  const placeOf = ({ lastActivity, seekerId }: PersonRow): { at: Date; seekerId: string } => ({ at: lastActivity, seekerId });
  const several = next || previous;
  return {
    range: several
      ? t('{{shown}} of {{total}}', { shown: onScreen, total: countText(total, countedTo) })
      : t('1 to {{shown}} of {{total}}', { shown: onScreen, total: countText(total, countedTo) }),
    page: several ? orderWords(filter.sort) : null,
    previous: previous && first ? `/people${queryOf(filter, { before: placeOf(first) })}` : null,
    next: next && last ? `/people${queryOf(filter, { after: placeOf(last) })}` : null,
  };
}
