import { issueAccountToken, type TokenPurpose } from '../../accounts/account-token.store.ts';
import { pendingAddress } from '../../accounts/address.store.ts';
import { loadUserActor } from '../../accounts/user.store.ts';
import { maySignInByLink } from '../../domain/sign-in-rules.ts';
import { findMailedAccount } from '../mailed-account.store.ts';
import { accountMail } from './account-mail.ts';
import { mailLanguage } from './mail-model.ts';
import { CONFIRM_NEW_EMAIL, EMAIL_CHANGED } from './new-address.words.ts';
import { PASSWORD_CHANGED, PASSWORD_RESET } from './password.words.ts';
import { SIGN_IN_BY_PASSWORD, SIGN_IN_LINK } from './sign-in-link.words.ts';
import type { MailParts, MailWriter } from './write-mail.ts';

/** The links live for minutes: their mail says how long in its words, and `until` names no day. */
const until = null;

export const passwordResetMail: MailWriter = async (parts, email) => {
  const base = await accountMail(parts, email);
  if ('unwanted' in base) return base;
  return { ...base, message: PASSWORD_RESET, url: await freshLink(parts, base.userId, 'password_reset'), until };
};

export const passwordChangedMail: MailWriter = async (parts, email) => {
  const base = await accountMail(parts, email);
  if ('unwanted' in base) return base;
  return { ...base, message: PASSWORD_CHANGED, url: `${parts.config.publicUrl}/password/forgot`, until };
};

/** The link, or the word that this account needs its password (ADR 0116). */
export const signInLinkMail: MailWriter = async (parts, email) => {
  const base = await accountMail(parts, email);
  if ('unwanted' in base) return base;
  const user = await loadUserActor(parts.db, base.userId);
  if (!user || !maySignInByLink(user)) return { ...base, message: SIGN_IN_BY_PASSWORD, url: `${parts.config.publicUrl}/login`, until };
  return { ...base, message: SIGN_IN_LINK, url: await freshLink(parts, base.userId, 'sign_in_link'), until };
};

/** To an address that is not the account's yet, as long as it is the one asked for last. */
export const confirmNewEmailMail: MailWriter = async (parts, email) => {
  const { db, clock } = parts;
  const account = email.userId ? await findMailedAccount(db, email.userId) : null;
  if (!email.userId || !account?.open) return { unwanted: 'account_closed' };
  const asked = await pendingAddress(db, email.userId, clock.now());
  if (asked?.toLowerCase() !== email.toAddress.toLowerCase()) return { unwanted: 'address_changed' };
  const url = await freshLink(parts, email.userId, 'confirm_new_email', asked);
  return { ...noReferral(parts, email), message: CONFIRM_NEW_EMAIL, url, until };
};

/** To an address that is not the account's any more. */
export const emailChangedMail: MailWriter = async (parts, email) => {
  const account = email.userId ? await findMailedAccount(parts.db, email.userId) : null;
  if (!account?.open) return { unwanted: 'account_closed' };
  return { ...noReferral(parts, email), message: EMAIL_CHANGED, url: `${parts.config.publicUrl}/login`, until };
};

function noReferral({ config }: MailParts, email: { language: string }) {
  return { language: mailLanguage(email.language), about: 'account' as const, loop: null, timeZone: config.timeZone };
}

const PLACE = { password_reset: '/password/reset', sign_in_link: '/sign-in', confirm_new_email: '/new-address' } as const;

async function freshLink(
  { db, config, clock }: MailParts,
  userId: string,
  purpose: TokenPurpose & keyof typeof PLACE,
  newEmail: string | null = null,
): Promise<string> {
  return `${config.publicUrl}${PLACE[purpose]}/${await issueAccountToken(db, userId, purpose, clock.now(), newEmail)}`;
}
