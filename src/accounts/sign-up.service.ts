import type { Deps } from '../deps.ts';
import type { Tx } from '../db/client.ts';
import { isUniqueViolation } from '../db/failure.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import { newToken } from '../secret-token.ts';
import { queueAccountExistsMail, queueConfirmMail } from './account-mail.service.ts';
import { dropAccountTokens, issueAccountToken } from './account-token.store.ts';
import { hashPassword } from './password-hash.ts';
import { sendLink } from './sign-in-link.service.ts';
import { createAccount, findAddressOwner, takeOverAccount, type NewAccount } from './sign-up.store.ts';

type SignUpDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

export interface SignUpRequest extends Omit<NewAccount, 'passwordHash'> {
  /** Empty for somebody who signs in by links alone. */
  password: string;
  /** One press of the form is one sign-up. */
  formKey: string;
}

/** Where a sign-up leads, whatever came of it. */
export const AFTER_SIGN_UP = '/signup/sent';

/** What lets this browser open the mail's link without more ado. */
export interface SignedUpHere {
  purpose: 'signed_up_here' | 'link_asked_here';
  token: string;
}

/**
 * Makes an account whose address is still to be confirmed, or tells the owner of the address that there is one; whoever asks
 * cannot tell the two apart (S-05). Null when the same form was pressed before.
 */
export async function signUp(deps: SignUpDeps, { password, formKey, language, ...person }: SignUpRequest): Promise<SignedUpHere | null> {
  const account = { ...person, language, passwordHash: password === '' ? null : await hashPassword(password) };
  const press = { actor: 'anonymous', key: formKey, body: person };
  const work = (tx: Tx): Promise<string | null> => writePress(deps, tx, press, account);
  const token = await inTransaction(deps, work).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    // Somebody took the address at the same moment; now it has an owner.
    return inTransaction(deps, work);
  });
  return token === null ? null : { purpose: password === '' ? 'link_asked_here' : 'signed_up_here', token };
}

async function writePress(deps: SignUpDeps, tx: Tx, press: FormPress, account: NewAccount): Promise<string | null> {
  if (await takePress(tx, press)) return null;
  const here = await writeSignUp(deps, tx, account, press.key);
  await finishPress(tx, press, AFTER_SIGN_UP);
  return here;
}

async function writeSignUp(deps: SignUpDeps, tx: Tx, account: NewAccount, once: string): Promise<string> {
  const owner = await findAddressOwner(tx, account.email);
  if (owner && !owner.free) {
    if (!owner.deactivated) await queueAccountExistsMail(deps, tx, { ...owner, email: account.email }, once);
    // Made up: it looks like any other.
    return newToken();
  }
  const now = deps.clock.now();
  const to = owner ?? (await createAccount(tx, account, now));
  if (owner) {
    await takeOverAccount(tx, owner.userId, account);
    await dropAccountTokens(tx, owner.userId);
  }
  const address = { userId: to.userId, language: account.language, email: account.email };
  if (account.passwordHash === null) return sendLink(deps, tx, address, once);
  await queueConfirmMail(deps, tx, address, once);
  return issueAccountToken(tx, to.userId, 'signed_up_here', now);
}
