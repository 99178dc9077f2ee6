import { describe, expect, test } from 'vitest';
import { plainCategories } from '../../src/directory/plain-categories.ts';
import { ARRIVAL_LABELS } from '../../src/domain/arrival.ts';
import { PREFERENCE_LABELS } from '../../src/domain/contact-preference.ts';
import { FAILURE_WORDS } from '../../src/domain/delivery-failure.ts';
import {
  CATEGORY_LABELS,
  CHOOSE_PLAINLY,
  CHOOSE_STATUS,
  SEEKER_CHOICES,
  SEEKER_WORDS,
  STATUS_WORDS,
} from '../../src/domain/referral-status.ts';
import { PASSWORD_PROBLEMS } from '../../src/domain/password-rules.ts';
import { REFUSAL_WORDS } from '../../src/domain/referral-refusal.ts';
import { RING_HEADLINES, RING_NAMES } from '../../src/domain/ring.ts';
import { SPOKEN_LANGUAGES } from '../../src/domain/spoken-language.ts';
import { keysInUse, wordsIn, type Key } from './words.ts';

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** In English the key itself says that there are many. */
const FORMS: Readonly<Record<string, string[]>> = { en: ['one'], es: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };

/** Words that tables of the rules hold and pages put into the reader's language. */
const TABLES: readonly string[] = [
  ...Object.values(STATUS_WORDS).flatMap(({ label, meaning }) => [label, meaning]),
  ...Object.values(CATEGORY_LABELS),
  ...SEEKER_CHOICES.map(({ words }) => words),
  ...Object.values(SEEKER_WORDS),
  CHOOSE_STATUS,
  CHOOSE_PLAINLY,
  'That status is not one you can choose.',
  'This referral was withdrawn, so its status stays as it is.',
  'They got help, so there is nothing to withdraw. If that is wrong, change the status first.',
  'This referral is filed under a Goal that is not shared with you. Ask whoever filed it there.',
  ...Object.values(RING_NAMES),
  ...Object.values(RING_HEADLINES),
  ...Object.values(PREFERENCE_LABELS),
  ...SPOKEN_LANGUAGES.map(({ name }) => name),
  ...Object.values(ARRIVAL_LABELS),
  ...Object.values(FAILURE_WORDS),
  ...Object.values(PASSWORD_PROBLEMS),
  ...Object.values(REFUSAL_WORDS),
  ...plainCategories.map(({ name }) => name),
];

const keys: Key[] = [...keysInUse(), ...TABLES.map((english) => ({ english, file: 'a table of src/domain' }))];

function missing(language: string, wanted: readonly Key[]): string[] {
  const words = Object.assign({}, ...wordsIn(language).map((file) => file.words)) as Record<string, string>;
  const has = (key: string): boolean =>
    key.includes('{{count') ? (FORMS[language] ?? []).every((form) => `${key}_${form}` in words) : key in words;
  return [...new Set(wanted.filter(({ english }) => !has(english)).map(({ english, file }) => `${file}: ${english}`))];
}

const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('the words of every page (U-31)', () => {
  test('are there in Spanish', () => {
    expect(missing('es', keys)).toEqual([]);
  });

  test('count one in English, too', () => {
    const counted = keys.filter(({ english }) => /\{\{count, number\}\} [a-z]+s\b/.test(english));
    expect(missing('en', counted)).toEqual([]);
  });

  test.each(['en', 'es', 'ar'])('have in %s the values their English has, and are asked for by some page', (language) => {
    const asked = new Set(keys.map(({ english }) => english));
    const wrong = wordsIn(language).flatMap(({ file, words }) =>
      Object.entries(words).flatMap(([key, text]) => {
        const english = key.replace(PLURAL, '');
        if (!asked.has(english)) return [`${file}: nobody asks for ${key}`];
        // "One referral" needs no number.
        const fits = PLURAL.test(key) || places(text).join() === places(english).join();
        return fits ? [] : [`${file}: other values in ${key}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['es', 'ar'])('say one thing once in %s, whatever file has it', (language) => {
    const seen = new Map<string, string>();
    const twice = wordsIn(language).flatMap(({ words }) =>
      Object.entries(words).filter(([key, text]) => {
        const known = seen.get(key);
        seen.set(key, text);
        return known !== undefined && known !== text;
      }),
    );
    expect(twice).toEqual([]);
  });
});
