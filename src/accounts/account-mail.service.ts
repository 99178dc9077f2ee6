import type { Deps } from '../deps.ts';
import type { Tx } from '../db/client.ts';
import type { NewEmail } from '../db/outbox.ts';
import { queueEmail } from '../mail/email.store.ts';

type MailDeps = Pick<Deps, 'jobs'>;

/** To whom an account's mail goes. */
export interface AccountAddress {
  userId: string;
  email: string;
  language: string;
}

/**
 * "Confirm your address", with the link that does it. `once` says what makes two askings the same mail: an hour, or a sign-up.
 */
export async function queueConfirmMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'confirm_email', to, once);
}

/** Answers a sign-up for an address that has an account, to its owner alone (S-05). */
export async function queueAccountExistsMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'account_exists', to, once);
}

/** The link with which somebody chooses a new password. */
export async function queuePasswordResetMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'password_reset', to, once);
}

/** Tells the owner that the password is another one now (S-07). */
export async function queuePasswordChangedMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'password_changed', to, once);
}

/** The link that signs in by itself; who works with other people's referrals reads in it that they need their password. */
export async function queueSignInLinkMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'sign_in_link', to, once);
}

/** To the new address, which is not the account's yet. */
export async function queueConfirmNewAddressMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'confirm_new_email', to, once);
}

/** To the old address, which is not the account's any more (S-07). */
export async function queueAddressChangedMail(deps: MailDeps, tx: Tx, to: AccountAddress, once: string): Promise<void> {
  await queueAccountMail(deps, tx, 'email_changed', to, once);
}

async function queueAccountMail(deps: MailDeps, tx: Tx, kind: NewEmail['kind'], to: AccountAddress, once: string): Promise<void> {
  const { userId, email, language } = to;
  const id = await queueEmail(tx, { kind, dedupeKey: `${kind}:${userId}:${once}`, toAddress: email, language, userId });
  await deps.jobs.deliverEmails(tx, [id]);
}
