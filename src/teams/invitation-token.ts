import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: the invitation itself, known to the mail's reader alone (S-30). */
export function newInvitationToken(): string {
  return randomBytes(32).toString('base64url');
}

export function isInvitationToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** What is stored of a token; so many random bits need no slow hash (S-30). */
export function hashOfInvitation(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** The hash of a token nobody has: no link works until the mail is written. */
export function hashOfNothing(): Uint8Array<ArrayBuffer> {
  return hashOfInvitation(newInvitationToken());
}
