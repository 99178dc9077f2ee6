import { directoryName } from '../components/directory-words.ts';
import type { SelectField, TextField } from '../http/form-components.ts';
import { t } from '../i18n/translate.ts';
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
      label: t('Name or word'),
      type: 'search',
      maxlength: 200,
      value: question.q,
      error: errors['q'] ?? null,
    },
    language: { id: 'language', name: 'language', label: t('Language'), error: errors['language'] ?? null, options: languageOptions(view) },
    categories: answer.offered.categories.map(({ slug, name }) => ({
      name: 'category',
      value: slug,
      label: directoryName(name),
      checked: answer.categories.includes(slug),
    })),
    boxes: [
      { name: 'open', value: '1', label: t('Open now'), checked: question.open },
      { name: 'accepting', value: '1', label: t('Accepting referrals'), checked: question.accepting },
    ],
    more: chosen === 0 ? t('More filters') : t('More filters, {{count, number}} chosen', { count: chosen }),
  };
}

const TEXT = { autocomplete: 'off' } as const;

function zipField({ zipShown, zipWanted, errors }: SearchView): TextField {
  return {
    id: 'zip',
    name: 'zip',
    label: t('ZIP'),
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'postal-code',
    maxlength: 20,
    value: zipShown,
    hint: zipWanted ? t('Their profile has none. Enter one to see what is near.') : null,
    error: errors['zip'] ?? null,
  };
}

function languageOptions({ answer }: SearchView): SelectField['options'] {
  const { offered, language } = answer;
  const same = (name: string): boolean => name.toLowerCase() === language?.toLowerCase();
  const missing = language !== null && !offered.languages.some(same) ? [language] : [];
  const names = [...offered.languages, ...missing].map((name) => ({ value: name, label: directoryName(name), chosen: same(name) }));
  return [{ value: '', label: t('Any language'), chosen: language === null }, ...names];
}
