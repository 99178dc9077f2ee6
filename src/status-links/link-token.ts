import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const PUBLIC_ID = /^[A-Za-z0-9_-]{16}$/;

/** 256 random bits: the capability itself, known to the mail's reader alone (S-30). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Names a link in addresses and cookies without being the capability. */
export function newPublicId(): string {
  return randomBytes(12).toString('base64url');
}

/** What is stored of a token. 256 random bits need no slow hash (S-30). */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

export function isToken(value: string): boolean {
  return TOKEN.test(value);
}

export function isPublicId(value: string): boolean {
  return PUBLIC_ID.test(value);
}
