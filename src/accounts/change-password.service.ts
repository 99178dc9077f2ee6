import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { inTransaction } from '../db/transaction.ts';
import { queuePasswordChangedMail, queuePasswordResetMail } from './account-mail.service.ts';
import { useAccountTokens } from './account-token.store.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { exchangePassword } from './password.store.ts';
import { endEverySession } from './session.service.ts';
import { findPasswordHash } from './user.store.ts';

type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/** Whether the account has a password; who signs in by links has none. */
export async function hasPassword(deps: Pick<Deps, 'db'>, actor: UserActor): Promise<boolean> {
  return (await findPasswordHash(deps.db, actor.userId)) !== null;
}

/** Whether this is the actor's own password, asked for again before something that matters (S-08). */
export async function isOwnPassword(deps: Pick<Deps, 'db'>, actor: UserActor, password: string): Promise<boolean> {
  return isPassword(await findPasswordHash(deps.db, actor.userId), password);
}

/**
 * Replaces the password by another, ends every session, this one too, makes all links in mails worthless, and tells the owner
 * (S-07, S-08). False when `current` is not the password, or is not any more.
 */
export async function changePassword(
  deps: ChangeDeps,
  actor: UserActor,
  { current, next }: { current: string; next: string },
): Promise<boolean> {
  const { userId, email, language } = actor;
  const from = await findPasswordHash(deps.db, userId);
  if (!(await isPassword(from, current)) || from === null) return false;
  const to = await hashPassword(next);
  return inTransaction(deps, async (tx) => {
    const now = deps.clock.now();
    if (!(await exchangePassword(tx, userId, from, to))) return false;
    await useAccountTokens(tx, userId, now);
    await endEverySession(tx, userId);
    await queuePasswordChangedMail(deps, tx, { userId, email, language }, now.toISOString());
    return true;
  });
}

/** Who has no password, or does not know it, gets a link to choose one: the session alone does not do (S-08). */
export async function askForOwnReset(deps: ChangeDeps, { userId, email, language }: UserActor, formKey: string): Promise<void> {
  await inTransaction(deps, (tx) => queuePasswordResetMail(deps, tx, { userId, email, language }, formKey));
}
