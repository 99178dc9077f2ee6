import { directoryName } from '../components/directory-words.ts';
import { searchWords } from '../domain/search-text.ts';
import type { Chip, Tally } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { SearchQuestion } from './program-search.forms.ts';
import { searchAddress } from './search-address.ts';
import type { SearchView } from './search.pages.ts';

/** "14 programs near 94063, 5 filters", and the filters to take away one by one. */
export function tallyOf(view: SearchView): Tally {
  const chips = chipsOf(view);
  const programs = programsInWords(view);
  if (chips.length === 0) return { words: programs, chips, clearHref: null, live: false };
  const filters = t('{{count, number}} filters', { count: chips.length });
  return { words: t('{{programs}}, {{filters}}', { programs, filters }), chips, clearHref: searchAddress(view.flow), live: false };
}

export function chipsOf({ flow, question, answer }: SearchView): Chip[] {
  const without = (label: string, change: Partial<SearchQuestion>): Chip => ({
    label,
    href: searchAddress(flow, { ...question, page: 1, ...change }),
    category: null,
  });
  const names = new Map(answer.offered.categories.map(({ slug, name }) => [slug, name]));
  const chips = question.categories.map((chosen, at) =>
    without(directoryName(names.get(answer.categories[at] ?? '') ?? chosen), {
      categories: question.categories.filter((other) => other !== chosen),
    }),
  );
  if (question.language !== null) chips.unshift(without(directoryName(answer.language ?? question.language), { language: null }));
  if (searchWords(question.q).length > 0) chips.unshift(without(question.q, { q: '' }));
  if (question.open) chips.push(without(t('Open now'), { open: false }));
  if (question.accepting) chips.push(without(t('Accepting referrals'), { accepting: false }));
  return chips;
}

function programsInWords({ question, answer: { total, zipKnown } }: SearchView): string {
  const zip = zipKnown ? question.zip : null;
  if (zip === null) return total === 0 ? t('No programs') : t('{{count, number}} programs', { count: total });
  return total === 0 ? t('No programs near {{zip}}', { zip }) : t('{{count, number}} programs near {{zip}}', { count: total, zip });
}
