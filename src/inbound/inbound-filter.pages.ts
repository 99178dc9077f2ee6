import type { FormState } from '../components/fields.ts';
import { filterSelect, findField, lastDaysSelect, lastDaysWords } from '../components/list-filter.ts';
import { INBOUND, type Sender } from '../domain/inbound-order.ts';
import { orderText } from '../domain/list-order.ts';
import { CATEGORIES, CATEGORY_LABELS, STATUS_WORDS, STATUSES, type Category } from '../domain/referral-status.ts';
import type { SelectField, TextField } from '../http/form-components.ts';
import type { Chip } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { queryOf, senderText, type InboundFilter, type StatusFilter } from './inbound.forms.ts';

export interface FilterView {
  action: string;
  find: TextField;
  status: SelectField;
  received: SelectField;
  by: SelectField;
  /** Whether `by` has everybody to choose from: an open page keeps what it has otherwise. */
  knowsSenders: boolean;
  /** Keeps the order of the list; null for the usual one. */
  sort: string | null;
}

export interface FilterFacts {
  programId: string;
  filter: InboundFilter;
  organizations: readonly string[];
  knowsSenders: boolean;
  /** The search box as it was filled in. */
  form: FormState;
}

export function filterView({ programId, filter, organizations, knowsSenders, form }: FilterFacts): FilterView {
  return {
    action: `/inbound/${programId}`,
    find: findField(form),
    status: statusSelect(filter),
    received: lastDaysSelect('received', t('Received'), filter.received),
    by: senderSelect(filter, organizations),
    knowsSenders,
    sort: orderText(INBOUND, filter.sort),
  };
}

/** A category, or one status. "Got help" is a category of one status: once is enough. */
function statusSelect({ status }: InboundFilter): SelectField {
  const values: StatusFilter[] = [...CATEGORIES, ...STATUSES.filter((one) => one !== 'got_help')];
  const several: [string, string][] = status.length > 1 ? [[status.join(), t('{{number}} chosen', { number: status.length })]] : [];
  return filterSelect('status', t('Status'), status.join(), [
    ['', t('Any status')],
    ...several,
    ...values.map((value): [string, string] => [value, wordsOf(value).label]),
  ]);
}

function senderSelect({ by }: InboundFilter, organizations: readonly string[]): SelectField {
  const named = organizations.map((name): Sender => ({ kind: 'organization', name }));
  const senders: Sender[] = [{ kind: 'self' }, { kind: 'program' }, ...named];
  const now = by ? senderText(by) : '';
  if (by && !senders.some((one) => senderText(one) === now)) senders.push(by);
  return filterSelect('by', t('Referred by'), now, [
    ['', t('Anyone')],
    ...senders.map((one): [string, string] => [senderText(one), senderWords(one)]),
  ]);
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
  if (filter.received) plain(lastDaysWords(filter.received), { received: null });
  return chips;
}

function wordsOf(value: StatusFilter): { label: string; category: Category } {
  if (value === 'progress' || value === 'help' || value === 'action') return { label: t(CATEGORY_LABELS[value]), category: value };
  return { label: t(STATUS_WORDS[value].label), category: STATUS_WORDS[value].category };
}

function senderWords(sender: Sender): string {
  if (sender.kind === 'organization') return sender.name;
  return t(sender.kind === 'self' ? 'Self' : 'Added here');
}
