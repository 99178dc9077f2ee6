import type { Deps } from '../deps.ts';
import { finishPress, takePress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import { queuePasswordChangedMail, queuePasswordResetMail } from './account-mail.service.ts';
import { useAccountToken, useAccountTokens, type AccountToken } from './account-token.store.ts';
import { hashPassword } from './password-hash.ts';
import { setPassword } from './password.store.ts';
import { proveAddress } from './prove-address.service.ts';
import { endEverySession } from './session.service.ts';
import { findCredentials } from './user.store.ts';

type ResetDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/** Where asking leads, whatever came of it. */
export const AFTER_ASKING = '/password/sent';

/** Queues the mail with the link, if there is an account; either way one press is written, so that both take the same time (S-05). */
export async function askForReset(deps: ResetDeps, { email, formKey }: { email: string; formKey: string }): Promise<void> {
  const press = { actor: 'anonymous', key: formKey, body: { resetFor: email } };
  await inTransaction(deps, async (tx) => {
    if (await takePress(tx, press)) return;
    const found = await findCredentials(tx, email);
    if (found && !found.deactivated) await queuePasswordResetMail(deps, tx, { ...found, email }, formKey);
    await finishPress(tx, press, AFTER_ASKING);
  });
}

/**
 * Gives the account a new password by the link in its mail, ends everything that is open and tells the owner (S-07). False when the
 * link was used meanwhile. The link came by mail, so the address is confirmed with it.
 */
export async function resetPassword(deps: ResetDeps, token: AccountToken, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  const { userId, email } = token;
  return inTransaction(deps, async (tx) => {
    const now = deps.clock.now();
    // attack: two browsers with the same link.
    if (!(await useAccountToken(tx, token.id, now))) return false;
    await setPassword(tx, userId, passwordHash);
    await proveAddress(tx, userId, email, now);
    await useAccountTokens(tx, userId, now);
    await endEverySession(tx, userId);
    await queuePasswordChangedMail(deps, tx, { userId, email, language: token.language }, token.id);
    return true;
  });
}
