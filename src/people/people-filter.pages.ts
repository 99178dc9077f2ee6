import { fieldIn, type FormState } from '../components/fields.ts';
import { isLatestFirst } from '../domain/people-list.ts';
import { CATEGORIES, CATEGORY_LABELS } from '../domain/referral-status.ts';
import type { SelectField, TextField } from '../http/form-components.ts';
import type { Chip } from '../http/list-components.ts';
import { orderText, queryOf, SEARCH_MAX, UPDATED_DAYS, type PeopleFilter } from './people.forms.ts';

export interface PeopleFilterView {
  find: TextField;
  selects: SelectField[];
  /** Keeps the order of the list; null for the usual one. */
  sort: string | null;
}

const ARCHIVED_WORDS = { no: 'Left out', only: 'Only archived', all: 'Shown too' } as const;
const ARCHIVED_CHIPS = { only: 'Only archived', all: 'Archived too' } as const;

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
    find: { ...fieldIn(form, 'q'), type: 'search', label: 'Name, phone or email', maxlength: SEARCH_MAX, autocomplete: 'off' },
    selects: [
      select('status', 'Status', status ?? '', [
        ['', 'Any status'],
        ...CATEGORIES.map((one): [string, string] => [one, CATEGORY_LABELS[one]]),
      ]),
      select('goal', 'Goals', goal ?? '', [
        ['', 'With or without'],
        ['open', 'With an open Goal'],
      ]),
      select('updated', 'Last activity', updated ? String(updated) : '', [['', 'Any time'], ...days]),
      select('archived', 'Archived', archived, Object.entries(ARCHIVED_WORDS)),
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
    ...(status ? [chip(CATEGORY_LABELS[status], { status: null }, status)] : []),
    ...(search ? [chip('Search words', { search: null })] : []),
    ...(goal ? [chip('With an open Goal', { goal: null })] : []),
    ...(updated ? [chip(lastDays(updated), { updated: null })] : []),
    ...(archived === 'no' ? [] : [chip(ARCHIVED_CHIPS[archived], { archived: 'no' })]),
  ];
}

function lastDays(days: number): string {
  return `Last ${String(days)} days`;
}
