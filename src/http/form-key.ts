import { randomBytes } from 'node:crypto';

/** The key of one press of one form, put into a hidden `_idem` field. */
export function newFormKey(): string {
  return randomBytes(16).toString('base64url');
}

/** Keys for the forms of a list: 128 random bits for the page, and each form's place on it. */
export function newFormKeys(): () => string {
  const page = newFormKey();
  let place = 0;
  return () => `${page}-${String((place += 1))}`;
}
