import type { ErrorSummary } from '../http/form-components.ts';

/** What a form shows again after a failed try: values as typed, one sentence beside each field that cannot be used (U-13). */
export interface FormState {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export const emptyForm: FormState = { values: {}, errors: {} };

/** A field with its value and error from the form: `{ ...fieldIn(form, 'phone'), label: 'Phone', … }`. */
export function fieldIn(form: FormState, name: string): { id: string; name: string; value: string; error: string | null } {
  return { id: name, name, value: form.values[name] ?? '', error: form.errors[name] ?? null };
}

/**
 * The version a form was filled in from. After a mistake that is still what its writer saw: with the newest, what somebody else saved
 * meanwhile would be overwritten unseen.
 */
export function seenVersion(form: FormState, now: number): number {
  return Number(form.values['version']) || now;
}

/** The summary on top of a failed form, in the order of its fields; null when nothing is wrong. */
export function errorSummary(form: FormState, order: readonly string[]): ErrorSummary | null {
  const names = [...order.filter((name) => name in form.errors), ...Object.keys(form.errors).filter((name) => !order.includes(name))];
  if (names.length === 0) return null;
  return { errors: names.map((name) => ({ href: `#${order.includes(name) ? name : 'main'}`, text: form.errors[name] ?? '' })) };
}
