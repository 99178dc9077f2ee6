import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../db/transaction.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { findAccountToken, useAccountToken, useAccountTokens } from './account-token.store.ts';
import type { ConfirmLink } from './confirm-link.ts';
import { isPassword } from './password-hash.ts';
import { linkSeekers } from './seeker-link.store.ts';
import { findPasswordHash, markConfirmed } from './user.store.ts';

type ConfirmDeps = Pick<Deps, 'db' | 'clock'>;

/** `here` is the token of the browser somebody signed up in: with it the button is enough, elsewhere the password is asked for. */
export async function lookAtConfirmLink(deps: ConfirmDeps, token: string, here: string | null): Promise<ConfirmLink> {
  const now = deps.clock.now();
  const found = await findAccountToken(deps.db, token, 'confirm_email', now);
  if (!found) return { state: 'unknown', token: null };
  if (found.confirmed) return { state: 'done', token: found };
  if (found.expired || found.used) return { state: 'expired', token: found };
  const mine = here === null ? null : await findAccountToken(deps.db, here, 'signed_up_here', now);
  const sameBrowser = mine?.userId === found.userId && !mine.expired;
  return { state: sameBrowser ? 'ready' : 'password_needed', token: found };
}

/**
 * Confirms the address, and the account becomes the Seeker of what was referred to it (R12). False for a wrong password; throws
 * NotFound for a link that died meanwhile.
 * attack: somebody signs up with another's address; that person's mail scanner, or a press by mistake, must not confirm it.
 */
export async function confirmAddress(deps: ConfirmDeps, link: ConfirmLink, password: string): Promise<boolean> {
  const { token, state } = link;
  if (!token || (state !== 'ready' && state !== 'password_needed')) return false;
  if (state === 'password_needed' && !(await isPassword(await findPasswordHash(deps.db, token.userId), password))) return false;
  await inTransaction(deps, async (tx) => {
    const now = deps.clock.now();
    if (!(await markConfirmed(tx, token.userId, now))) return;
    // attack: who signed up with the address while the password was checked has the account now, with a password of their own.
    if (!(await useAccountToken(tx, token.id, now))) throw new NotFound();
    await useAccountTokens(tx, token.userId, now);
    await linkSeekers(tx, token.userId, token.email);
    await notifyAccessChanged(tx, token.userId);
  });
  return true;
}
