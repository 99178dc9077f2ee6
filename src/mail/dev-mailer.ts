import type { Db } from '../db/client.ts';
import type { Mailer } from './mailer.ts';
import { keepDevMail } from './dev-mail.store.ts';

/** Keeps mail in the dev inbox, /dev/mail, instead of sending it; a mail sent twice is there once. */
export function devMailer(db: Db): Mailer {
  return { send: (mail) => keepDevMail(db, mail), close: () => undefined };
}
