import { issueAccountToken, LIFE_MS } from '../../accounts/account-token.store.ts';
import type { ClaimedEmail } from '../delivery.store.ts';
import { findMailedAccount } from '../mailed-account.store.ts';
import type { MailFacts } from './compose.ts';
import { mailLanguage } from './mail-model.ts';
import type { MailParts, Written } from './write-mail.ts';

/** Mail about the account itself, only while the account is still there and the address still its own. */
export async function accountFacts(parts: MailParts, email: ClaimedEmail): Promise<Written<MailFacts>> {
  const account = email.userId ? await findMailedAccount(parts.db, email.userId) : null;
  if (!email.userId || !account?.open) return { unwanted: 'account_closed' };
  if (account.email.toLowerCase() !== email.toAddress.toLowerCase()) return { unwanted: 'address_changed' };
  const confirming = email.kind === 'confirm_email';
  if (confirming && account.confirmed) return { unwanted: 'setting_changed' };
  const base = { language: mailLanguage(email.language), program: '', loop: null, timeZone: parts.config.timeZone };
  if (!confirming) return { ...base, name: 'account_exists', url: `${parts.config.publicUrl}/login`, until: null };
  return { ...base, name: 'confirm_email', ...(await confirmation(parts, email.userId)) };
}

async function confirmation({ db, config, clock }: MailParts, userId: string): Promise<Pick<MailFacts, 'url' | 'until'>> {
  const now = clock.now();
  const token = await issueAccountToken(db, userId, 'confirm_email', now);
  return { url: `${config.publicUrl}/confirm/${token}`, until: new Date(now.getTime() + LIFE_MS) };
}
