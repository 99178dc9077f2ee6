import type { SelectField, TextField } from '../http/form-components.ts';
import { LAST_DAYS, SEARCH_MAX } from '../http/list-fields.ts';
import { t } from '../i18n/translate.ts';
import { fieldIn, type FormState } from './fields.ts';

/** The search box above a list. */
export function findField(form: FormState): TextField {
  return { ...fieldIn(form, 'q'), type: 'search', label: t('Name, phone or email'), maxlength: SEARCH_MAX, autocomplete: 'off' };
}

/** A choice above a list, of values and their words. */
export function filterSelect(name: string, label: string, now: string, options: [value: string, words: string][]): SelectField {
  const choices = options.map(([value, words]) => ({ value, label: words, chosen: value === now }));
  return { id: `filter-${name}`, name, label, options: choices };
}

export function lastDaysSelect(name: string, label: string, now: number | null): SelectField {
  const days = LAST_DAYS.map((one): [string, string] => [String(one), lastDaysWords(one)]);
  return filterSelect(name, label, now === null ? '' : String(now), [['', t('Any time')], ...days]);
}

export function lastDaysWords(days: number): string {
  return t('Last {{days}} days', { days });
}
