import { isEmailAddress } from '../domain/email-address.ts';
import { NotAllowed } from '../domain/errors.ts';
import { nameFromAddress } from '../domain/name-from-address.ts';
import { dropAccountTokens, issueAccountToken } from '../accounts/account-token.store.ts';
import { setPassword } from '../accounts/password.store.ts';
import { linkSeekersAgain } from '../accounts/seeker-link.store.ts';
import { endEverySession } from '../accounts/session.service.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { becomeSiteAdmin, siteNamed } from '../teams/site.store.ts';
import { AT_THE_SERVER, logAccess, type AccessEvent } from '../access-event.ts';
import {
  closeForGood,
  createEmptyAccount,
  lockAccount,
  openAccount,
  placesLeftAlone,
  setOperator,
  type OperatedAccount,
} from './operator.store.ts';

/** What these commands need; whoever runs them owns the server, and is the actor of none of its rules. */
export type OperatorDeps = Pick<Deps, 'db' | 'clock' | 'log'> & { config: Pick<Deps['config'], 'publicUrl'> };

export interface NewPerson {
  email: string;
  /** "Dana Whitfield"; without it the address is read as a name. */
  name?: string | undefined;
}

/** A link that sets the password, once; null for an account that has one, or can sign in by mail. */
export interface Ready {
  link: string | null;
}

/** Makes somebody an operator (R27): an account that is there, or a new one with a link to set its password. */
export async function createAdmin(deps: OperatorDeps, person: NewPerson): Promise<Ready> {
  const { userId, link } = await inTransaction(deps, async (tx) => {
    const account = await accountFor(deps, tx, person);
    await setOperator(tx, account.userId, true);
    return account;
  });
  logAccess(deps.log, 'operator_made', AT_THE_SERVER, { userId });
  return { link };
}

/** Takes the operator's part away; the account and all else it is stays. */
export async function removeAdmin(deps: OperatorDeps, email: string): Promise<void> {
  await withAccount(deps, 'operator_ended', email, async (tx, { userId }) => {
    await setOperator(tx, userId, false);
    await notifyAccessChanged(tx, userId);
  });
}

/** Makes a Site, or gives the one of this name another admin. */
export async function createSite(deps: OperatorDeps, name: string, person: NewPerson): Promise<Ready & { made: boolean }> {
  if (name.trim() === '' || name.length > 120) throw new NotAllowed('A Site needs a name of at most 120 characters.');
  const { userId, siteId, made, link } = await inTransaction(deps, async (tx) => {
    const now = deps.clock.now();
    const site = await siteNamed(tx, name.trim(), now);
    const account = await accountFor(deps, tx, person);
    await becomeSiteAdmin(tx, site.siteId, account.userId, now);
    await notifyAccessChanged(tx, account.userId);
    return { ...site, ...account };
  });
  logAccess(deps.log, 'site_admin_made', AT_THE_SERVER, { userId, siteId });
  return { made, link };
}

/** Closes an account, until an operator opens it: signed out everywhere at once (S-14, S-43). Answers with what has no other admin now. */
export async function deactivateAccount(deps: OperatorDeps, email: string): Promise<string[]> {
  return withAccount(deps, 'account_deactivated', email, async (tx, { userId }) => {
    if (!(await closeForGood(tx, userId, deps.clock.now()))) throw new NotAllowed('This account is deactivated already.');
    await dropAccountTokens(tx, userId);
    await endEverySession(tx, userId);
    return placesLeftAlone(tx, userId);
  });
}

export async function reactivateAccount(deps: OperatorDeps, email: string): Promise<void> {
  await withAccount(deps, 'account_reactivated', email, async (tx, { userId }) => {
    if (!(await openAccount(tx, userId))) throw new NotAllowed('This account is not deactivated.');
    await linkSeekersAgain(tx, userId);
    await notifyAccessChanged(tx, userId);
  });
}

/** Ends all sessions and the password of an account, and answers with a link that sets a new one, once. */
export async function resetAccount(deps: OperatorDeps, email: string): Promise<string> {
  return withAccount(deps, 'account_reset', email, async (tx, account) => {
    if (account.deactivated) throw new NotAllowed('This account is deactivated. Reactivate it first.');
    return emptied(deps, tx, account.userId);
  });
}

async function withAccount<T>(
  deps: OperatorDeps,
  event: AccessEvent,
  email: string,
  work: (tx: Tx, account: OperatedAccount) => Promise<T>,
): Promise<T> {
  const { userId, answer } = await inTransaction(deps, async (tx) => {
    const account = await lockAccount(tx, email);
    if (!account) throw new NotAllowed('There is no account with this address.');
    return { userId: account.userId, answer: await work(tx, account) };
  });
  logAccess(deps.log, event, AT_THE_SERVER, { userId });
  return answer;
}

async function accountFor(deps: OperatorDeps, tx: Tx, { email, name }: NewPerson): Promise<{ userId: string; link: string | null }> {
  if (!isEmailAddress(email)) throw new NotAllowed('This is no email address.');
  const found = await lockAccount(tx, email);
  if (found?.deactivated) throw new NotAllowed('This account is deactivated. Reactivate it first.');
  if (found?.confirmed) return { userId: found.userId, link: null };
  // attack: somebody signed up with the address before, and waits with a password of their own.
  const userId = found?.userId ?? (await createEmptyAccount(tx, { email, ...nameFromAddress(email, name) }, deps.clock.now()));
  return { userId, link: await emptied(deps, tx, userId) };
}

/** Nothing of before opens the account any more: what does is the link. */
async function emptied({ clock, config }: OperatorDeps, tx: Tx, userId: string): Promise<string> {
  await setPassword(tx, userId, null);
  await dropAccountTokens(tx, userId);
  await endEverySession(tx, userId);
  return `${config.publicUrl}/password/reset/${await issueAccountToken(tx, userId, 'password_reset', clock.now())}`;
}
