import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that let whoever has them do one thing: known to one mail's reader, or kept by one browser (S-30). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether this has the shape of one, before the database is asked. */
export function isToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** All that is stored of a token; so many random bits need no slow hash (S-30). */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
