import { z } from 'zod';
import { ownPath } from './own-path.ts';
import { later, said } from '../i18n/translate.ts';

/** One plain sentence beside each field that cannot be used, keyed by the field's name. */
export type FieldErrors = Record<string, string>;

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; values: Record<string, string> };

/**
 * Parses a form's body. On failure the values come back as the person typed them, so that nothing is lost (U-13).
 * Unknown fields, and lists where one value belongs, are refused by the schema (S-51).
 */
export function parseForm<T>(schema: z.ZodType<T>, body: unknown): Parsed<T> {
  const given: unknown = body ?? {};
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, value: result.data };
  const errors: FieldErrors = {};
  for (const issue of result.error.issues) errors[fieldOf(issue)] ??= said(messageOf(issue));
  return { ok: false, errors, values: textValues(given) };
}

/** attack: the names of unknown fields are the sender's: they are no words to be looked up, kept or read for values. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? 'Reload the page and try again' : issue.message;
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path[0]?.toString() ?? 'form';
}

function textValues(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, value]) => [name, value.slice(0, 5_000)]));
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Joiners and marks of direction alone are nothing anybody can read. */
const READABLE = /[^\s\p{Cf}]/u;

/** A text as people write it: NFC, trimmed, without control characters, at most `max` long. */
export function text(max: number, wanted: string): z.ZodType<string> {
  return z
    .string({ error: wanted })
    .transform((value) => (READABLE.test(value) ? value.normalize('NFC').replace(/\r\n?/g, '\n').trim() : ''))
    .refine((value) => !CONTROL.test(value) && value.isWellFormed(), 'Leave out characters that cannot be shown')
    .refine((value) => value.length <= max, later('Use at most {{max}} characters', { max }));
}

/** A text that must be there. */
export function requiredText(max: number, wanted: string): z.ZodType<string> {
  return text(max, wanted).refine((value) => value.length > 0, wanted);
}

/** A text that may be left out: null then. */
export function optionalText(max: number): z.ZodType<string | null> {
  return text(max, 'Write this as plain text')
    .optional()
    .transform((value) => value || null);
}

/** A field of a form that changes what is kept: left empty it empties that, left out it says nothing, and is asked for. */
export function sentField<T>(field: z.ZodType<T>): z.ZodType<T> {
  return z
    .unknown()
    .refine((value): boolean => value !== undefined, 'Write or choose what is right here')
    .pipe(field);
}

/** `_idem`: the key of one press of one form. */
export const formKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/, 'Reload the page and send the form again')
  .optional();

/** UUIDs are checked before the database sees them (S-51). */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** The address of a page of ours, to go back to, with the place on it. */
export const localPath = z
  .string({ error: 'Reload the page and choose again' })
  .refine((value) => /^[\x21-\x7e]+$/.test(value) && ownPath(value) !== null, 'Reload the page and choose again');
