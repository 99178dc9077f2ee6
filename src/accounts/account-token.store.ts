import type { Reader, Tx } from '../db/client.ts';
import { hashOfToken, isToken, newToken } from '../secret-token.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/**
 * How long a one-time token of an account is good for, by what it is for. `signed_up_here` and `link_asked_here` are the browser's
 * own, kept in its cookie; `new_email_asked` is nobody's: it remembers which address was asked for last.
 */
export const TOKEN_LIFE_MS = {
  confirm_email: 7 * DAY,
  signed_up_here: 7 * DAY,
  password_reset: 30 * MINUTE,
  sign_in_link: 15 * MINUTE,
  link_asked_here: 60 * MINUTE,
  confirm_new_email: DAY,
  new_email_asked: DAY,
} as const;

export type TokenPurpose = keyof typeof TOKEN_LIFE_MS;

const TOKEN_PURPOSES = Object.keys(TOKEN_LIFE_MS) as TokenPurpose[];

export const LIFE_MS = TOKEN_LIFE_MS.confirm_email;

/** Makes a token; the database keeps its hash alone (S-30). */
export async function issueAccountToken(
  db: Reader,
  userId: string,
  purpose: TokenPurpose,
  now: Date,
  newEmail: string | null = null,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + TOKEN_LIFE_MS[purpose]);
  await db.accountToken.create({ data: { userId, purpose, tokenHash: hashOfToken(token), newEmail, createdAt: now, expiresAt } });
  return token;
}

export interface AccountToken {
  id: string;
  userId: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  /** The address a change of address asks about. */
  newEmail: string | null;
  expired: boolean;
  used: boolean;
  /** Whether the account's address is confirmed by now. */
  confirmed: boolean;
}

/** The token as far as it is one of this purpose, of an account that is not deactivated; null for anything else. */
export async function findAccountToken(db: Reader, token: string, purpose: TokenPurpose, now: Date): Promise<AccountToken | null> {
  if (!isToken(token)) return null;
  const row = await db.accountToken.findUnique({ where: { tokenHash: hashOfToken(token) }, include: { user: true } });
  if (row?.purpose !== purpose || row.user.deactivatedAt) return null;
  const { id, userId, newEmail, usedAt, expiresAt, user } = row;
  const { email, firstName, lastName, language } = user;
  const confirmed = user.emailVerifiedAt !== null;
  return { id, userId, email, firstName, lastName, language, newEmail, expired: expiresAt <= now, used: usedAt !== null, confirmed };
}

/** Marks this token as used; false when it was before, or is there no more: of two browsers at once one wins. */
export async function useAccountToken(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.accountToken.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
  return count === 1;
}

/** Marks every other token, or every one of these purposes, as used: none of them has more to do. */
export async function useAccountTokens(
  tx: Tx,
  userId: string,
  at: Date,
  purposes: readonly TokenPurpose[] = TOKEN_PURPOSES,
): Promise<void> {
  await tx.accountToken.updateMany({ where: { userId, usedAt: null, purpose: { in: [...purposes] } }, data: { usedAt: at } });
}

/** Forgets all tokens: who asked for them is not who the account is for any more. */
export async function dropAccountTokens(tx: Tx, userId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { userId } });
}

/** A month after it ended a token still says of itself that it did; then it is forgotten. */
const KEPT_MS = 30 * DAY;

export async function forgetOldTokens(db: Reader, now: Date): Promise<void> {
  await db.accountToken.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
}
