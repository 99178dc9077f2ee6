import { issueAccountToken, LIFE_MS } from '../../accounts/account-token.store.ts';
import { readersZone } from '../../domain/reader-zone.ts';
import type { ClaimedEmail } from '../delivery.store.ts';
import { findMailedAccount, type MailedAccount } from '../mailed-account.store.ts';
import { ACCOUNT_EXISTS, CONFIRM_EMAIL } from './account.words.ts';
import type { MailFacts } from './compose.ts';
import { mailLanguage } from './mail-model.ts';
import type { MailParts, MailWriter, Written } from './write-mail.ts';

/** What all mail about an account has in common. */
export type AccountMail = Pick<MailFacts, 'language' | 'about' | 'loop' | 'timeZone'> & { account: MailedAccount; userId: string };

/** The account a mail goes to, only while it is still there and the address still its own. */
export async function accountMail(parts: MailParts, email: ClaimedEmail): Promise<Written<AccountMail>> {
  const { userId } = email;
  const account = userId ? await findMailedAccount(parts.db, userId) : null;
  if (!userId || !account?.open) return { unwanted: 'account_closed' };
  if (account.email.toLowerCase() !== email.toAddress.toLowerCase()) return { unwanted: 'address_changed' };
  const timeZone = readersZone(account, parts.config);
  return { account, userId, language: mailLanguage(email.language), about: 'account', loop: null, timeZone };
}

export const confirmEmailMail: MailWriter = async (parts, email) => {
  const base = await accountMail(parts, email);
  if ('unwanted' in base) return base;
  if (base.account.confirmed) return { unwanted: 'no_longer_needed' };
  const now = parts.clock.now();
  const token = await issueAccountToken(parts.db, base.userId, 'confirm_email', now);
  const until = new Date(now.getTime() + LIFE_MS);
  return { ...base, message: CONFIRM_EMAIL, url: `${parts.config.publicUrl}/confirm/${token}`, until };
};

export const accountExistsMail: MailWriter = async (parts, email) => {
  const base = await accountMail(parts, email);
  if ('unwanted' in base) return base;
  return { ...base, message: ACCOUNT_EXISTS, url: `${parts.config.publicUrl}/login`, until: null };
};
