import type { Unwanted } from '../../domain/delivery-failure.ts';
import type { Deps } from '../../deps.ts';
import type { ClaimedEmail } from '../delivery.store.ts';
import type { OutgoingMail } from '../mailer.ts';
import { composeMail, type MailFacts } from './compose.ts';
import { MAIL_KINDS } from './mail-kinds.ts';
import { renderMail } from './render-mail.ts';

export type MailParts = Pick<Deps, 'db' | 'config' | 'clock'>;

/** What a mail would say now, or why it must not go out any more. */
export type Written<T> = T | { unwanted: Unwanted };

/** Finds out what a mail says at this moment: recipient's access checked again, link fresh. */
export type MailWriter = (parts: MailParts, email: ClaimedEmail) => Promise<Written<MailFacts>>;

/** Writes a mail as it stands at this moment, in its recipient's language. */
export async function writeMail(parts: MailParts, email: ClaimedEmail): Promise<Written<{ mail: OutgoingMail }>> {
  const facts = await MAIL_KINDS[email.kind](parts, email);
  return 'unwanted' in facts ? facts : { mail: await print(parts.config, email, facts) };
}

async function print({ publicUrl, helpPhone }: MailParts['config'], email: ClaimedEmail, facts: MailFacts): Promise<OutgoingMail> {
  const settingsUrl = `${publicUrl}/settings/account/notifications`;
  const model = composeMail(facts, { settingsUrl, helpPhone });
  const headers = {
    'Content-Language': model.language,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    // The page asks to sign in: nothing in a mail can be pressed by a scanner that turns mail off.
    ...(facts.stop === 'settings' && { 'List-Unsubscribe': `<${settingsUrl}>` }),
  };
  return { id: email.id, to: email.toAddress, subject: model.subject, headers, ...(await renderMail(model)) };
}
