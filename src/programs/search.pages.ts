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
import { searchFields, type Tick } from './search-fields.pages.ts';
import { resultOf } from './search-result.pages.ts';
import { chipsOf, tallyOf } from './search-tally.pages.ts';

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

function rangeOf(question: SearchQuestion, { page, total, programs, zipKnown }: SearchAnswer): string {
  const first = (page - 1) * PAGE_SIZE + 1;
  const values = { first, last: first + programs.length - 1, total: total.toLocaleString(LOCALES[languageNow()]) };
  return question.zip !== null && zipKnown
    ? t('Nearest first. {{first}} to {{last}} of {{total}}', values)
    : t('By name. {{first}} to {{last}} of {{total}}', values);
}

function emptyOf(view: SearchView): Empty {
  if (chipsOf(view).length === 0) {
    return {
      heading: t('No programs are listed yet'),
      paragraphs: [t('Whoever runs this server fills the directory by importing the list of a 2-1-1, a county or a coalition.')],
      main: null,
      plain: null,
    };
  }
  return {
    heading: t('No program matches all of this'),
    paragraphs: [t('Every word and every filter has to fit. Take one away, or try a shorter word.')],
    main: { href: searchAddress(view.flow), label: t('Clear filters'), icon: null },
    plain: null,
  };
}
