import type { FormState } from '../components/fields.ts';
import { filterSelect, findField, lastDaysSelect, lastDaysWords } from '../components/list-filter.ts';
import { orderText } from '../domain/list-order.ts';
import { PEOPLE } from '../domain/people-list.ts';
import { CATEGORIES, CATEGORY_LABELS } from '../domain/referral-status.ts';
import type { SelectField, TextField } from '../http/form-components.ts';
import type { Chip } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { queryOf, type PeopleFilter } from './people.forms.ts';

export interface PeopleFilterView {
  find: TextField;
  selects: SelectField[];
  /** Keeps the order of the list; null for the usual one. */
  sort: string | null;
}

const archivedWords = (): Record<PeopleFilter['archived'], string> => ({
  no: t('Left out'),
  only: t('Only archived'),
  all: t('Shown too'),
});

/** One search box and the filters, in one form. */
export function filterView(filter: PeopleFilter, form: FormState): PeopleFilterView {
  const { status, goal, updated, archived } = filter;
  return {
    find: findField(form),
    selects: [
      filterSelect('status', t('Status'), status ?? '', [
        ['', t('Any status')],
        ...CATEGORIES.map((one): [string, string] => [one, t(CATEGORY_LABELS[one])]),
      ]),
      filterSelect('goal', t('Goals'), goal ?? '', [
        ['', t('With or without')],
        ['open', t('With an open Goal')],
      ]),
      lastDaysSelect('updated', t('Last activity'), updated),
      filterSelect('archived', t('Archived'), archived, Object.entries(archivedWords())),
    ],
    sort: orderText(PEOPLE, filter.sort),
  };
}

/** A chip for each thing chosen, whose link takes it away (U-11). */
export function chipsOf(filter: PeopleFilter): Chip[] {
  const { status, goal, updated, archived, search } = filter;
  const chip = (label: string, rest: Partial<PeopleFilter>, category: Chip['category'] = null): Chip => ({
    href: `/people${queryOf({ ...filter, ...rest })}`,
    label,
    category,
  });
  return [
    ...(status ? [chip(t(CATEGORY_LABELS[status]), { status: null }, status)] : []),
    ...(search ? [chip(t('Search words'), { search: null })] : []),
    ...(goal ? [chip(t('With an open Goal'), { goal: null })] : []),
    ...(updated ? [chip(lastDaysWords(updated), { updated: null })] : []),
    ...(archived === 'no' ? [] : [chip(archived === 'only' ? t('Only archived') : t('Archived too'), { archived: 'no' })]),
  ];
}
