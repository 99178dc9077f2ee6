import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import type { Tx } from '../db/client.ts';
import { isUniqueViolation } from '../db/failure.ts';
import { inTransaction } from '../db/transaction.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { queueAccountExistsMail, queueAddressChangedMail, queueConfirmNewAddressMail } from './account-mail.service.ts';
import { useAccountToken, useAccountTokens, type AccountToken } from './account-token.store.ts';
import { askForAddress, dropUnusedAccount, forgetPendingAddress, setAddress } from './address.store.ts';
import { linkSeekers, unlinkSeekers } from './seeker-link.store.ts';
import { findAddressOwner } from './sign-up.store.ts';

type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/**
 * Asks the new address whether it is the actor's; until it answers nothing changes. An address that has an account is asked
 * nothing: its owner is told that it was typed in, and whoever typed it cannot tell (S-05). Without `once` no mail goes out: the
 * address got enough of them (S-06).
 */
export async function askToChangeAddress(deps: ChangeDeps, actor: UserActor, email: string, once: string | null): Promise<void> {
  await inTransaction(deps, async (tx) => {
    await askForAddress(tx, actor.userId, email, deps.clock.now());
    if (once === null) return;
    const owner = await findAddressOwner(tx, email);
    if (!owner || owner.free) await queueConfirmNewAddressMail(deps, tx, { userId: actor.userId, email, language: actor.language }, once);
    else if (!owner.deactivated) await queueAccountExistsMail(deps, tx, { ...owner, email }, once);
  });
}

/** The address stays as it is; links to confirm another are worth nothing. */
export async function keepAddress(deps: ChangeDeps, actor: UserActor): Promise<void> {
  await inTransaction(deps, (tx) => forgetPendingAddress(tx, actor.userId, deps.clock.now()));
}

/** What became of a new address: it is the account's, or somebody else's by now, or the link does nothing any more. */
export type AddressChange = 'done' | 'taken' | 'used';

/**
 * Gives the account the address its link was sent to. With it go the referrals of the old address, and those of the new one come
 * (R12, ADR 0070); links in mails to the old one are worth nothing, open pages are cut, and the old address is told (S-07).
 */
export async function confirmNewAddress(deps: ChangeDeps, actor: UserActor, token: AccountToken): Promise<AddressChange> {
  const { newEmail } = token;
  // attack: a link to another's account, sent to me by mistake or on purpose, must not make my press its confirmation (ADR 0117).
  if (token.userId !== actor.userId || newEmail === null) return 'used';
  try {
    const change = await inTransaction(deps, (tx) => move(deps, tx, actor, token.id, newEmail));
    // Somebody referred to the address in the moment of the change did not find the account yet.
    if (change === 'done') await inTransaction(deps, (tx) => linkSeekers(tx, actor.userId, newEmail));
    return change;
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

async function move(deps: ChangeDeps, tx: Tx, actor: UserActor, tokenId: string, newEmail: string): Promise<AddressChange> {
  const { userId, email, language } = actor;
  const now = deps.clock.now();
  if (!(await useAccountToken(tx, tokenId, now))) return 'used';
  const owner = await findAddressOwner(tx, newEmail);
  if (owner && !owner.free) return 'taken';
  if (owner) await dropUnusedAccount(tx, owner.userId);
  await setAddress(tx, userId, newEmail, now);
  await unlinkSeekers(tx, userId, newEmail, now);
  await linkSeekers(tx, userId, newEmail);
  await useAccountTokens(tx, userId, now);
  await notifyAccessChanged(tx, userId);
  await queueAddressChangedMail(deps, tx, { userId, email, language }, tokenId);
  return 'done';
}
