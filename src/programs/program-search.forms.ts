import { z } from 'zod';
import { zipOf } from '../domain/zip.ts';
import { text, type FieldErrors } from '../http/forms.ts';
import { said } from '../i18n/translate.ts';

/** A question to the Program search, as far as it could be understood (R22). */
export interface SearchQuestion {
  /** Five digits, or null when none was asked for or it was no ZIP code. */
  zip: string | null;
  q: string;
  categories: string[];
  language: string | null;
  open: boolean;
  accepting: boolean;
  page: number;
}

export interface ReadQuestion {
  question: SearchQuestion;
  /** The ZIP field as it was typed; null when the address names none at all. */
  zipTyped: string | null;
  errors: FieldErrors;
}

const MOST_CATEGORIES = 30;

const Zip = text(20, 'Enter one ZIP code')
  .refine((zip) => zip === '' || zipOf(zip) !== null, 'Enter a ZIP code of five digits, like 94063')
  .transform(zipOf);
const Words = text(200, 'Enter words to look for');
const Categories = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(text(80, 'Choose from the list')).max(MOST_CATEGORIES, 'Choose fewer categories'),
);
const Language = text(60, 'Choose one language').transform((language) => language || null);
const Box = z.string({ error: 'Tick the box once' }).transform((value) => ['1', 'on', 'true', 'yes'].includes(value.toLowerCase()));
const Page = z.coerce.number().int().min(1).max(100_000).catch(1);

/**
 * Reads the query of a search. An address is often old or edited by hand: what cannot be used is told beside its field and the
 * rest is still answered; names it does not know are left alone.
 */
export function readQuestion(query: Record<string, unknown>): ReadQuestion {
  const errors: FieldErrors = {};
  const read = <T>(name: string, schema: z.ZodType<T>, otherwise: T): T => {
    if (query[name] === undefined) return otherwise;
    const result = schema.safeParse(query[name]);
    if (result.success) return result.data;
    errors[name] = said(result.error.issues[0]?.message ?? 'This cannot be used');
    return otherwise;
  };
  const question = {
    zip: read('zip', Zip, null),
    q: read('q', Words, ''),
    categories: [...new Set(read('category', Categories, []))].filter((category) => category !== ''),
    language: read('language', Language, null),
    open: read('open', Box, false),
    accepting: read('accepting', Box, false),
    page: read('page', Page, 1),
  };
  const zip = query['zip'];
  return { question, zipTyped: typeof zip === 'string' ? zip.slice(0, 40) : zip === undefined ? null : '', errors };
}
