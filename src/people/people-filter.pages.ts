import { fieldIn, type FormState } from '../components/fields.ts';
import { isLatestFirst } from '../domain/people-list.ts';
import { CATEGORIES, CATEGORY_LABELS } from '../domain/referral-status.ts';
import type { SelectField, TextField } from '../http/form-components.ts';
import type { Chip } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { orderText, queryOf, SEARCH_MAX, UPDATED_DAYS, type PeopleFilter } from './people.forms.ts';

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
  const select = (name: string, label: string, now: string, options: [string, string][]): SelectField => ({
    id: `filter-${name}`,
    name,
    label,
    options: options.map(([value, words]) => ({ value, label: words, chosen: value === now })),
  });
  const days = UPDATED_DAYS.map((one): [string, string] => [String(one), lastDays(one)]);
  return {
    find: { ...fieldIn(form, 'q'), type: 'search', label: t('Name, phone or email'), maxlength: SEARCH_MAX, autocomplete: 'off' },
    selects: [
      select('status', t('Status'), status ?? '', [
        ['', t('Any status')],
        ...CATEGORIES.map((one): [string, string] => [one, t(CATEGORY_LABELS[one])]),
      ]),
      select('goal', t('Goals'), goal ?? '', [
        ['', t('With or without')],
        ['open', t('With an open Goal')],
      ]),
      select('updated', t('Last activity'), updated ? String(updated) : '', [['', t('Any time')], ...days]),
      select('archived', t('Archived'), archived, Object.entries(archivedWords())),
    ],
    sort: isLatestFirst(filter.sort) ? null : orderText(filter.sort),
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
    ...(updated ? [chip(lastDays(updated), { updated: null })] : []),
    ...(archived === 'no' ? [] : [chip(archived === 'only' ? t('Only archived') : t('Archived too'), { archived: 'no' })]),
  ];
}

function lastDays(days: number): string {
  return t('Last {{days}} days', { days });
}
