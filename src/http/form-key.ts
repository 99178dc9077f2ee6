import { randomBytes } from 'node:crypto';

/** The key of one press of one form, put into a hidden `_idem` field. */
export function newFormKey(): string {
  return randomBytes(16).toString('base64url');
}
