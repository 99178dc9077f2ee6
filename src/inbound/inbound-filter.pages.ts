import { CATEGORIES, CATEGORY_LABELS, STATUS_WORDS, STATUSES, type Category } from '../domain/referral-status.ts';
import type { SelectField } from '../http/form-components.ts';
import type { Chip } from '../http/list-components.ts';
import { queryOf, RECEIVED_DAYS, type InboundFilter, type StatusFilter } from './inbound.forms.ts';

export interface FilterView {
  action: string;
  status: SelectField;
  received: SelectField;
  chips: Chip[];
}

/** The filter form of an Inbound page, and a chip for each thing chosen, whose link takes it away (U-11). */
export function filterView(programId: string, filter: InboundFilter): FilterView {
  const action = `/inbound/${programId}`;
  return {
    action,
    status: { id: 'filter-status', name: 'status', label: 'Status', options: statusOptions(filter) },
    received: { id: 'filter-received', name: 'received', label: 'Received', options: receivedOptions(filter) },
    chips: chipsOf(action, filter),
  };
}

/** A category, or one status. "Got help" is a category of one status: once is enough. */
function statusOptions(filter: InboundFilter): SelectField['options'] {
  const values: StatusFilter[] = [...CATEGORIES, ...STATUSES.filter((status) => status !== 'got_help')];
  const one = filter.status.length === 1 ? filter.status[0] : undefined;
  return [
    { value: '', label: filter.status.length > 1 ? `${String(filter.status.length)} chosen` : 'Any status', chosen: one === undefined },
    ...values.map((value) => ({ value, label: wordsOf(value).label, chosen: value === one })),
  ];
}

function receivedOptions(filter: InboundFilter): SelectField['options'] {
  return [
    { value: '', label: 'Any time', chosen: filter.received === null },
    ...RECEIVED_DAYS.map((days) => ({ value: String(days), label: lastDays(days), chosen: filter.received === days })),
  ];
}

function chipsOf(action: string, filter: InboundFilter): Chip[] {
  const statuses = filter.status.map((value): Chip => {
    const rest = { ...filter, status: filter.status.filter((other) => other !== value) };
    return { href: action + queryOf(rest), ...wordsOf(value) };
  });
  const received = filter.received
    ? [{ href: action + queryOf({ ...filter, received: null }), label: lastDays(filter.received), category: null }]
    : [];
  return [...statuses, ...received];
}

function wordsOf(value: StatusFilter): { label: string; category: Category } {
  if (value === 'progress' || value === 'help' || value === 'action') return { label: CATEGORY_LABELS[value], category: value };
  return { label: STATUS_WORDS[value].label, category: STATUS_WORDS[value].category };
}

function lastDays(days: number): string {
  return `Last ${String(days)} days`;
}
