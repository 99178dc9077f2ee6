import { searchWords } from '../domain/search-text.ts';
import type { Chip, Tally } from '../http/list-components.ts';
import type { SearchQuestion } from './program-search.forms.ts';
import { searchAddress } from './search-address.ts';
import type { SearchView } from './search.pages.ts';

/** "14 programs near 94063, 5 filters", and the filters to take away one by one. */
export function tallyOf(view: SearchView): Tally {
  const chips = chipsOf(view);
  const filters = chips.length === 0 ? '' : `, ${String(chips.length)} ${chips.length === 1 ? 'filter' : 'filters'}`;
  const clearHref = chips.length === 0 ? null : searchAddress(view.flow);
  return { words: `${programsInWords(view)}${filters}`, chips, clearHref, live: false };
}

export function chipsOf({ flow, question, answer }: SearchView): Chip[] {
  const without = (label: string, change: Partial<SearchQuestion>): Chip => ({
    label,
    href: searchAddress(flow, { ...question, page: 1, ...change }),
    category: null,
  });
  const names = new Map(answer.offered.categories.map(({ slug, name }) => [slug, name]));
  const chips = question.categories.map((chosen, at) =>
    without(names.get(answer.categories[at] ?? '') ?? chosen, { categories: question.categories.filter((other) => other !== chosen) }),
  );
  if (question.language !== null) chips.unshift(without(answer.language ?? question.language, { language: null }));
  if (searchWords(question.q).length > 0) chips.unshift(without(question.q, { q: '' }));
  if (question.open) chips.push(without('Open now', { open: false }));
  if (question.accepting) chips.push(without('Accepting referrals', { accepting: false }));
  return chips;
}

function programsInWords({ question, answer: { total, zipKnown } }: SearchView): string {
  const near = question.zip !== null && zipKnown ? ` near ${question.zip}` : '';
  if (total === 0) return `No programs${near}`;
  return `${total.toLocaleString('en-US')} ${total === 1 ? 'program' : 'programs'}${near}`;
}
