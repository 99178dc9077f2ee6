import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { maySignInByLink } from '../domain/sign-in-rules.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import { newToken } from '../secret-token.ts';
import { queueSignInLinkMail } from './account-mail.service.ts';
import { findAccountToken, issueAccountToken, useAccountToken, useAccountTokens, type AccountToken } from './account-token.store.ts';
import { setPassword } from './password.store.ts';
import { proveAddress } from './prove-address.service.ts';
import { endEverySession } from './session.service.ts';
import { findCredentials, loadUserActor } from './user.store.ts';

type LinkDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/** Where asking leads, whatever came of it. */
export const AFTER_ASKING_FOR_LINK = '/login/link/sent';

/**
 * Queues the mail with the link, if there is an account (S-05). Answers with what tells this browser from any other when the link
 * is opened, made up where there is none; null when the same form was pressed before.
 */
export async function askForSignInLink(deps: LinkDeps, { email, formKey }: { email: string; formKey: string }): Promise<string | null> {
  const press = { actor: 'anonymous', key: formKey, body: { linkFor: email } };
  return inTransaction(deps, async (tx) => {
    if (await takePress(tx, press)) return null;
    const found = await findCredentials(tx, email);
    const here = found && !found.deactivated ? await sendLink(deps, tx, { ...found, email }, formKey) : newToken();
    await finishPress(tx, press, AFTER_ASKING_FOR_LINK);
    return here;
  });
}

/** The link's mail, and the token for the browser it was asked for in. */
export async function sendLink(
  deps: LinkDeps,
  tx: Tx,
  to: { userId: string; email: string; language: string },
  once: string,
): Promise<string> {
  await queueSignInLinkMail(deps, tx, to, once);
  return issueAccountToken(tx, to.userId, 'link_asked_here', deps.clock.now());
}

/** Whether the link is opened where it was asked for: elsewhere a robot may press the button, so something more is asked (S-31). */
export async function wasAskedHere(deps: Pick<Deps, 'db' | 'clock'>, link: AccountToken, here: string | null): Promise<boolean> {
  const found = here === null ? null : await findAccountToken(deps.db, here, 'link_asked_here', deps.clock.now());
  return found?.userId === link.userId && !found.expired && !found.used;
}

/**
 * Uses the link up and answers with who may be signed in now; null when it was used meanwhile, or the account has come to need its
 * password. The link came by mail, so the address is confirmed with it.
 */
export async function signInByLink(deps: LinkDeps, link: AccountToken): Promise<UserActor | null> {
  const { userId } = link;
  return inTransaction(deps, async (tx) => {
    const before = await loadUserActor(tx, userId);
    if (!before || !maySignInByLink(before)) return null;
    const now = deps.clock.now();
    // attack: two browsers with the same link.
    if (!(await useAccountToken(tx, link.id, now))) return null;
    if (before.emailVerified) await useAccountTokens(tx, userId, now, ['sign_in_link', 'link_asked_here']);
    else await takeIntoPossession(tx, before, now);
    return loadUserActor(tx, userId);
  });
}

/**
 * attack: somebody signs up with another's address and a password, and waits until the owner of the address comes by a link. What was
 * chosen before the address was shown to be anybody's is worth nothing (ADR 0115).
 */
async function takeIntoPossession(tx: Tx, { userId, email }: UserActor, now: Date): Promise<void> {
  await setPassword(tx, userId, null);
  await useAccountTokens(tx, userId, now);
  await proveAddress(tx, userId, email, now);
  await endEverySession(tx, userId);
}
