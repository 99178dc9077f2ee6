import { randomBytes } from 'node:crypto';

/** Names a link in addresses and cookies without being the capability (S-30). */
export function newPublicId(): string {
  return randomBytes(12).toString('base64url');
}

export function isPublicId(value: string): boolean {
  return /^[A-Za-z0-9_-]{16}$/.test(value);
}
