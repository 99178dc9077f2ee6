import type { Unwanted } from '../../domain/delivery-failure.ts';
import type { EmailKind } from '../../db/generated/enums.ts';
import type { Deps } from '../../deps.ts';
import type { ClaimedEmail } from '../delivery.store.ts';
import type { OutgoingMail } from '../mailer.ts';
import { accountFacts } from './account-mail.ts';
import { composeMail, type MailFacts } from './compose.ts';
import { referralFacts } from './referral-mail.ts';
import { renderMail } from './render-mail.ts';

export type MailParts = Pick<Deps, 'db' | 'config' | 'clock'>;

/** What a mail would say now, or why it must not go out any more. */
export type Written<T> = T | { unwanted: Unwanted };

const ACCOUNT_KINDS: readonly EmailKind[] = ['confirm_email', 'account_exists'];

/** Writes a mail as it stands at this moment: recipient's access checked again, link fresh, words in their language. */
export async function writeMail(parts: MailParts, email: ClaimedEmail): Promise<Written<{ mail: OutgoingMail }>> {
  const facts = ACCOUNT_KINDS.includes(email.kind) ? await accountFacts(parts, email) : await referralFacts(parts, email);
  return 'unwanted' in facts ? facts : { mail: await print(email, facts) };
}

async function print(email: ClaimedEmail, facts: MailFacts): Promise<OutgoingMail> {
  const model = composeMail(facts);
  const headers = { 'Content-Language': model.language, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  return { id: email.id, to: email.toAddress, subject: model.subject, headers, ...(await renderMail(email.kind, model)) };
}
