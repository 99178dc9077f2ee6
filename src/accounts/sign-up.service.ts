import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { Tx } from '../db/client.ts';
import { isUniqueViolation } from '../db/failure.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import { queueAccountExistsMail, queueConfirmMail } from './account-mail.service.ts';
import { dropAccountTokens, issueAccountToken } from './account-token.store.ts';
import { hashPassword } from './password-hash.ts';
import { createAccount, findAddressOwner, takeOverAccount, type NewAccount } from './sign-up.store.ts';

type SignUpDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

export interface SignUpRequest extends Omit<NewAccount, 'passwordHash'> {
  password: string;
  /** One press of the form is one sign-up. */
  formKey: string;
}

/** Where a sign-up leads, whatever came of it. */
export const AFTER_SIGN_UP = '/signup/sent';

/**
 * Makes an account whose address is still to be confirmed, or tells the owner of the address that there is one; whoever asks
 * cannot tell the two apart (S-05). Answers with the token that lets this browser confirm without the password; null when the
 * same form was pressed before.
 */
export async function signUp(deps: SignUpDeps, { password, formKey, ...person }: SignUpRequest): Promise<string | null> {
  const account = { ...person, passwordHash: await hashPassword(password) };
  const press = { actor: 'anonymous', key: formKey, body: person };
  const work = (tx: Tx): Promise<string | null> => writePress(deps, tx, press, account);
  try {
    return await inTransaction(deps, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody took the address at the same moment; now it has an owner.
    return inTransaction(deps, work);
  }
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
    return randomBytes(32).toString('base64url');
  }
  const now = deps.clock.now();
  const to = owner ?? (await createAccount(tx, account, now));
  if (owner) {
    await takeOverAccount(tx, owner.userId, account);
    await dropAccountTokens(tx, owner.userId);
  }
  await queueConfirmMail(deps, tx, { userId: to.userId, language: to.language, email: account.email }, once);
  return issueAccountToken(tx, to.userId, 'signed_up_here', now);
}
