import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { oneAddress } from './address.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';
import { toDeliveryError } from './smtp-failure.ts';

/** No mail takes longer than `whole`, so that none outlives its job of a minute. */
export interface SmtpPatience {
  wholeMs: number;
  silenceMs: number;
}
const PATIENCE: SmtpPatience = { wholeMs: 40_000, silenceMs: 20_000 };
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Sends through the SMTP server of SMTP_URL, each mail on a connection of its own. */
export function smtpMailer(smtpUrl: string, from: string, patience = PATIENCE): Mailer {
  const transport = createTransport(transportOptions(new URL(smtpUrl), patience));
  return {
    async send(mail) {
      const to = oneAddress(mail.to);
      try {
        await transport.sendMail({
          ...messageOf(mail, from),
          to: { name: '', address: to },
          signal: AbortSignal.timeout(patience.wholeMs),
        });
      } catch (error) {
        throw toDeliveryError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Only host, port and sign-in are read from the URL: nothing in it can switch certificate checks off (S-74). */
function transportOptions(url: URL, { silenceMs }: SmtpPatience): Parameters<typeof createTransport>[0] {
  const secure = url.protocol === 'smtps:';
  const local = LOCAL.has(url.hostname);
  const auth = url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {};
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !local,
    tls: { rejectUnauthorized: !local, minVersion: 'TLSv1.2' },
    ...auth,
    disableFileAccess: true,
    disableUrlAccess: true,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: silenceMs,
    logger: false,
  };
}

function messageOf({ id, subject, text, html, headers }: OutgoingMail, from: Config['mailFrom']): object {
  return { from, subject, text, html, headers: headers ?? {}, messageId: messageId(id, from) };
}

/** Made from the Email row's id: a mail sent twice says so itself. */
export function messageId(emailId: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return `<${emailId}@${domain}>`;
}
