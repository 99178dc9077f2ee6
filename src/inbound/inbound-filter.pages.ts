import { fieldIn, type FormState } from '../components/fields.ts';
import { isNewestFirst, type Sender } from '../domain/inbound-order.ts';
import { CATEGORIES, CATEGORY_LABELS, STATUS_WORDS, STATUSES, type Category } from '../domain/referral-status.ts';
import type { SelectField, TextField } from '../http/form-components.ts';
import type { Chip } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { orderText, queryOf, RECEIVED_DAYS, SEARCH_MAX, senderText, type InboundFilter, type StatusFilter } from './inbound.forms.ts';

export interface FilterView {
  action: string;
  find: TextField;
  status: SelectField;
  received: SelectField;
  by: SelectField;
  /** Keeps the order of the list; null for the usual one. */
  sort: string | null;
}

export interface FilterFacts {
  programId: string;
  filter: InboundFilter;
  organizations: readonly string[];
  /** The search box as it was filled in. */
  form: FormState;
}

export function filterView({ programId, filter, organizations, form }: FilterFacts): FilterView {
  const find = { ...fieldIn(form, 'q'), label: t('Name, phone or email'), maxlength: SEARCH_MAX, autocomplete: 'off' };
  return {
    action: `/inbound/${programId}`,
    find: { ...find, type: 'search' },
    status: { id: 'filter-status', name: 'status', label: t('Status'), options: statusOptions(filter) },
    received: { id: 'filter-received', name: 'received', label: t('Received'), options: receivedOptions(filter) },
    by: { id: 'filter-by', name: 'by', label: t('Referred by'), options: senderOptions(filter, organizations) },
    sort: isNewestFirst(filter.sort) ? null : orderText(filter.sort),
  };
}

/** A category, or one status. "Got help" is a category of one status: once is enough. */
function statusOptions({ status }: InboundFilter): SelectField['options'] {
  const values: StatusFilter[] = [...CATEGORIES, ...STATUSES.filter((one) => one !== 'got_help')];
  const several =
    status.length > 1 ? [{ value: status.join(), label: t('{{number}} chosen', { number: status.length }), chosen: true }] : [];
  return [
    { value: '', label: t('Any status'), chosen: status.length === 0 },
    ...several,
    ...values.map((value) => ({ value, label: wordsOf(value).label, chosen: status.length === 1 && value === status[0] })),
  ];
}

function receivedOptions(filter: InboundFilter): SelectField['options'] {
  return [
    { value: '', label: t('Any time'), chosen: filter.received === null },
    ...RECEIVED_DAYS.map((days) => ({ value: String(days), label: lastDays(days), chosen: filter.received === days })),
  ];
}

function senderOptions({ by }: InboundFilter, organizations: readonly string[]): SelectField['options'] {
  const named = organizations.map((name): Sender => ({ kind: 'organization', name }));
  const senders: Sender[] = [{ kind: 'self' }, { kind: 'program' }, ...named];
  const now = by && senderText(by);
  if (by && !senders.some((one) => senderText(one) === now)) senders.push(by);
  return [
    { value: '', label: t('Anyone'), chosen: by === null },
    ...senders.map((one) => ({ value: senderText(one), label: senderWords(one), chosen: senderText(one) === now })),
  ];
}

/** A chip for each thing chosen, whose link takes it away (U-11). */
export function chipsOf(programId: string, filter: InboundFilter): Chip[] {
  const without = (rest: Partial<InboundFilter>): string => `/inbound/${programId}${queryOf({ ...filter, ...rest })}`;
  const chips = filter.status.map((value): Chip => {
    const status = filter.status.filter((other) => other !== value);
    return { href: without({ status }), ...wordsOf(value) };
  });
  const plain = (label: string, rest: Partial<InboundFilter>): number => chips.push({ href: without(rest), label, category: null });
  if (filter.search) plain(t('Search words'), { search: null });
  if (filter.by) plain(senderWords(filter.by), { by: null });
  if (filter.received) plain(lastDays(filter.received), { received: null });
  return chips;
}

function wordsOf(value: StatusFilter): { label: string; category: Category } {
  if (value === 'progress' || value === 'help' || value === 'action') return { label: t(CATEGORY_LABELS[value]), category: value };
  return { label: t(STATUS_WORDS[value].label), category: STATUS_WORDS[value].category };
}

function senderWords(sender: Sender): string {
  if (sender.kind === 'organization') return sender.name;
  return t(sender.kind === 'self' ? 'Self' : 'Added by the Program');
}

function lastDays(days: number): string {
  return t('Last {{days}} days', { days });
}
