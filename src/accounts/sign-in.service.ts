import type { UserActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../db/transaction.ts';
import { queueConfirmMail } from './account-mail.service.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { findCredentials, loadUserActor, replacePasswordHash } from './user.store.ts';

export type SignIn = { user: UserActor } | { refused: 'wrong' | 'unconfirmed' };

/** Whether this address and password belong together. An unknown address costs the same time as a known one (S-05). */
export async function checkSignIn(deps: Pick<Deps, 'db'>, email: string, password: string): Promise<SignIn> {
  const found = await findCredentials(deps.db, email);
  const stored = found && !found.deactivated ? found.passwordHash : null;
  const right = await isPassword(stored, password);
  if (!right || !found || stored === null) return { refused: 'wrong' };
  if (isOutdated(stored)) await replacePasswordHash(deps.db, found.userId, stored, await hashPassword(password));
  return found.confirmed ? signedIn(deps, found.userId) : { refused: 'unconfirmed' };
}

async function signedIn(deps: Pick<Deps, 'db'>, userId: string): Promise<SignIn> {
  const user = await loadUserActor(deps.db, userId);
  return user ? { user } : { refused: 'wrong' };
}

/** After the right password for an address nobody confirmed: the mail comes again, at most once an hour. */
export async function askToConfirmAgain(deps: Pick<Deps, 'db' | 'clock' | 'jobs'>, email: string): Promise<void> {
  const hour = deps.clock.now().toISOString().slice(0, 13);
  await inTransaction(deps, async (tx) => {
    const found = await findCredentials(tx, email);
    if (found && !found.confirmed && !found.deactivated) await queueConfirmMail(deps, tx, { ...found, email }, hour);
  });
}
