import { createHash, randomBytes } from 'node:crypto';
import type { Reader, Tx } from '../db/client.ts';

/** What a one-time token of an account is for. `signed_up_here` is the browser's own, kept in its cookie. */
export type TokenPurpose = 'confirm_email' | 'signed_up_here';

export const LIFE_MS = 7 * 86_400_000;

/** Makes a token of 256 random bits, good for 7 days; the database keeps its hash alone (S-30). */
export async function issueAccountToken(db: Reader, userId: string, purpose: TokenPurpose, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.accountToken.create({
    data: { userId, purpose, tokenHash: hashOf(token), createdAt: now, expiresAt: new Date(now.getTime() + LIFE_MS) },
  });
  return token;
}

export interface AccountToken {
  id: string;
  userId: string;
  email: string;
  expired: boolean;
  used: boolean;
  /** Whether the account's address is confirmed by now. */
  confirmed: boolean;
}

/** The token as far as it is one of this purpose; null for anything else. */
export async function findAccountToken(db: Reader, token: string, purpose: TokenPurpose, now: Date): Promise<AccountToken | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const row = await db.accountToken.findUnique({ where: { tokenHash: hashOf(token) }, include: { user: true } });
  if (row?.purpose !== purpose || row.user.deactivatedAt) return null;
  const { id, userId, usedAt, expiresAt, user } = row;
  return { id, userId, email: user.email, expired: expiresAt <= now, used: usedAt !== null, confirmed: user.emailVerifiedAt !== null };
}

/** Marks this token as used; false when it was before, or is there no more. */
export async function useAccountToken(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.accountToken.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
  return count === 1;
}

/** Marks every other token as used: the address is confirmed, none of them has more to do. */
export async function useAccountTokens(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.accountToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } });
}

/** Forgets all tokens: who asked for them is not who the account is for any more. */
export async function dropAccountTokens(tx: Tx, userId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { userId } });
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
