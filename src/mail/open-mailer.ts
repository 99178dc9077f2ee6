import type { Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import { devMailer } from './dev-mailer.ts';
import type { Mailer } from './mailer.ts';
import { smtpMailer } from './smtp.ts';

/** The mailer the settings ask for: SMTP where SMTP_URL is set, else the dev inbox, which production never gets to. */
export function openMailer(config: Config, db: Db): Mailer {
  return config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : devMailer(db);
}
