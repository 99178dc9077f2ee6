import { sortsOf, type Sorts } from '../components/sorting.ts';
import { PEOPLE, type PeopleColumn, type PeopleOrder } from '../domain/people-list.ts';
import { t } from '../i18n/translate.ts';
import { queryOf, type PeopleFilter } from './people.forms.ts';

export function peopleSorts(filter: PeopleFilter): Sorts<PeopleColumn> {
  const labels = { name: t('Name'), activity: t('Last activity') };
  const href = (sort: PeopleOrder): string => `/people${queryOf({ ...filter, sort })}`;
  return sortsOf({ ...PEOPLE, now: filter.sort, labels, words: orderWords, href });
}

/** "Last activity, newest first". */
export function orderWords({ column, descending }: PeopleOrder): string {
  if (column === 'name') return descending ? t('Name, Z to A') : t('Name, A to Z');
  return descending ? t('Last activity, newest first') : t('Last activity, oldest first');
}
