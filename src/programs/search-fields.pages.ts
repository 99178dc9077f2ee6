import type { SelectField, TextField } from '../http/form-components.ts';
import type { SearchView } from './search.pages.ts';

/** A box to tick in the filters. */
export interface Tick {
  name: string;
  value: string;
  label: string;
  checked: boolean;
}

export interface SearchFields {
  zip: TextField;
  q: TextField;
  language: SelectField;
  categories: Tick[];
  boxes: Tick[];
  more: string;
}

/** The search form as it was filled in. */
export function searchFields(view: SearchView): SearchFields {
  const { question, answer, errors } = view;
  const chosen = question.categories.length + (question.language === null ? 0 : 1) + (question.open ? 1 : 0) + (question.accepting ? 1 : 0);
  return {
    zip: zipField(view),
    q: {
      ...TEXT,
      id: 'q',
      name: 'q',
      label: 'Name or word',
      type: 'search',
      maxlength: 200,
      value: question.q,
      error: errors['q'] ?? null,
    },
    language: { id: 'language', name: 'language', label: 'Language', error: errors['language'] ?? null, options: languageOptions(view) },
    categories: answer.offered.categories.map(({ slug, name }) => ({
      name: 'category',
      value: slug,
      label: name,
      checked: answer.categories.includes(slug),
    })),
    boxes: [
      { name: 'open', value: '1', label: 'Open now', checked: question.open },
      { name: 'accepting', value: '1', label: 'Accepting referrals', checked: question.accepting },
    ],
    more: chosen === 0 ? 'More filters' : `More filters, ${String(chosen)} chosen`,
  };
}

const TEXT = { autocomplete: 'off' } as const;

function zipField({ zipShown, zipWanted, errors }: SearchView): TextField {
  return {
    id: 'zip',
    name: 'zip',
    label: 'ZIP',
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'postal-code',
    maxlength: 20,
    value: zipShown,
    hint: zipWanted ? 'Their profile has none. Enter one to see what is near.' : null,
    error: errors['zip'] ?? null,
  };
}

function languageOptions({ answer }: SearchView): SelectField['options'] {
  const { offered, language } = answer;
  const same = (name: string): boolean => name.toLowerCase() === language?.toLowerCase();
  const missing = language !== null && !offered.languages.some(same) ? [language] : [];
  const names = [...offered.languages, ...missing].map((name) => ({ value: name, label: name, chosen: same(name) }));
  return [{ value: '', label: 'Any language', chosen: language === null }, ...names];
}
