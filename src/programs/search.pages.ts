import type { ErrorSummary, SelectField, TextField } from '../http/form-components.ts';
import type { FieldErrors } from '../http/forms.ts';
import type { Empty, Pagination, ProgramResult, Tally } from '../http/list-components.ts';
import { errorSummary } from '../components/fields.ts';
import { LOCALES } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import type { SearchQuestion } from './program-search.forms.ts';
import { PAGE_SIZE, type SearchAnswer } from './search-answer.ts';
import { searchAddress, type Flow } from './search-address.ts';
import { emptyOf, insteadOf, type CategoriesInstead } from './search-empty.pages.ts';
import { searchFields, type Tick } from './search-fields.pages.ts';
import { resultOf } from './search-result.pages.ts';
import { tallyOf } from './search-tally.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'programs/search': SearchPage;
  }
}

export interface SearchPage {
  errors: ErrorSummary | null;
  hidden: { name: string; value: string }[];
  zip: TextField;
  q: TextField;
  language: SelectField;
  categories: Tick[];
  boxes: Tick[];
  /** "More filters, 4 chosen": what folds away on a phone. */
  more: string;
  tally: Tally;
  results: ProgramResult[];
  pagination: Pagination;
  empty: Empty | null;
  /** The way on for who searched in words that programs do not write in. */
  instead: CategoriesInstead | null;
}

/** Everything the page tells, from one request. */
export interface SearchView {
  flow: Flow;
  question: SearchQuestion;
  answer: SearchAnswer;
  errors: FieldErrors;
  /** The ZIP field as it is shown: typed, or the Seeker's. */
  zipShown: string;
  /** The search is for a Seeker whose ZIP is not known: it is asked for (R21). */
  zipWanted: boolean;
}

export function searchPage(view: SearchView): SearchPage {
  const { flow, answer, errors } = view;
  return {
    errors: errorSummary({ values: {}, errors }, ['zip', 'q', 'language', 'category', 'open', 'accepting']),
    hidden: hiddenOf(flow),
    ...searchFields(view),
    tally: tallyOf(view),
    results: answer.programs.map((program) => resultOf(program, view)),
    pagination: paginationOf(view),
    empty: answer.total === 0 ? emptyOf(view) : null,
    instead: answer.total === 0 ? insteadOf(view) : null,
  };
}

function hiddenOf({ seekerId, forwardedFrom }: Flow): SearchPage['hidden'] {
  const kept = { ...(seekerId === null ? {} : { seekerId }), ...(forwardedFrom === null ? {} : { forwardedFrom }) };
  return Object.entries(kept).map(([name, value]) => ({ name, value }));
}

function paginationOf({ flow, question, answer }: SearchView): Pagination {
  const { page, pages, total } = answer;
  const to = (next: number): string => searchAddress(flow, { ...question, page: next });
  return {
    range: total === 0 ? '' : rangeOf(question, answer),
    page: pages > 1 ? t('Page {{page}} of {{pages}}', { page, pages }) : null,
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
  };
}

function rangeOf(question: SearchQuestion, { page, total, programs, zipKnown, mixed }: SearchAnswer): string {
  const first = (page - 1) * PAGE_SIZE + 1;
  const values = { first, last: first + programs.length - 1, total: total.toLocaleString(LOCALES[languageNow()]) };
  if (question.zip !== null && zipKnown) {
    return mixed
      ? t('Those with your words first, then the nearest. {{first}} to {{last}} of {{total}}', values)
      : t('Nearest first. {{first}} to {{last}} of {{total}}', values);
  }
  return mixed
    ? t('Those with your words first, then by name. {{first}} to {{last}} of {{total}}', values)
    : t('By name. {{first}} to {{last}} of {{total}}', values);
}
