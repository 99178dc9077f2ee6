import { CATEGORIES, CATEGORY_LABELS, STATUS_WORDS, statusesIn, type Category } from '../domain/referral-status.ts';
import type { Chip } from '../http/list-components.ts';
import { queryOf, RECEIVED_DAYS, type InboundFilter, type StatusFilter } from './inbound.forms.ts';

export interface FilterView {
  action: string;
  /** "Any status", "2 chosen". */
  statusWords: string;
  statuses: FilterChoice[];
  received: { value: string; label: string; chosen: boolean }[];
  chips: Chip[];
}

export interface FilterChoice {
  value: string;
  label: string;
  category: Category;
  /** A whole category, over its statuses. */
  whole: boolean;
  chosen: boolean;
}

/** The filter form of an Inbound page, and a chip for each thing chosen, whose link takes it away (U-11). */
export function filterView(programId: string, filter: InboundFilter): FilterView {
  const action = `/inbound/${programId}`;
  const chosen = filter.status.length;
  return {
    action,
    statusWords: chosen === 0 ? 'Any status' : chosen === 1 ? '1 chosen' : `${String(chosen)} chosen`,
    statuses: CATEGORIES.flatMap((category) => choicesOf(category, filter)),
    received: [
      { value: '', label: 'Any time', chosen: filter.received === null },
      ...RECEIVED_DAYS.map((days) => ({ value: String(days), label: lastDays(days), chosen: filter.received === days })),
    ],
    chips: chipsOf(action, filter),
  };
}

function choicesOf(category: Category, filter: InboundFilter): FilterChoice[] {
  const chosen = (value: StatusFilter): boolean => filter.status.includes(value);
  const whole = { value: category, label: CATEGORY_LABELS[category], category, whole: true, chosen: chosen(category) };
  const each = statusesIn(category).map((value) => ({
    value,
    label: STATUS_WORDS[value].label,
    category,
    whole: false,
    chosen: chosen(value),
  }));
  // "Got help" is a category of one status: once is enough.
  return each.length === 1 ? [whole] : [whole, ...each];
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
