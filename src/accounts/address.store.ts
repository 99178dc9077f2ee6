import type { Reader, Tx } from '../db/client.ts';
import { issueAccountToken } from './account-token.store.ts';

/** The address somebody asked for last and has not confirmed yet; null when there is none. It says nothing of whose it is. */
export async function pendingAddress(db: Reader, userId: string, now: Date): Promise<string | null> {
  const asked = await db.accountToken.findFirst({
    where: { userId, purpose: 'new_email_asked', usedAt: null, expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
    select: { newEmail: true },
  });
  return asked?.newEmail ?? null;
}

const OF_A_CHANGE = { in: ['new_email_asked', 'confirm_new_email'] };

/** Notes that this address was asked for, in place of any other; links that went to it before stay good. */
export async function askForAddress(tx: Tx, userId: string, newEmail: string, now: Date): Promise<void> {
  await tx.accountToken.updateMany({
    where: { userId, usedAt: null, purpose: OF_A_CHANGE, NOT: { newEmail } },
    data: { usedAt: now },
  });
  await issueAccountToken(tx, userId, 'new_email_asked', now, newEmail);
}

/** The account keeps its address: links to confirm another are worth nothing. */
export async function forgetPendingAddress(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.accountToken.updateMany({ where: { userId, usedAt: null, purpose: OF_A_CHANGE }, data: { usedAt: now } });
}

/** Gives the account another address, which its owner has just shown to be theirs. */
export async function setAddress(tx: Tx, userId: string, email: string, at: Date): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: at } });
}

/** Takes an account away that nobody ever confirmed and nothing hangs on: it must not keep an address from its owner (ADR 0021). */
export async function dropUnusedAccount(tx: Tx, userId: string): Promise<void> {
  await tx.user.delete({ where: { id: userId } });
}
