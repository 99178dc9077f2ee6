import type { DeliveryFailure } from '../domain/delivery-failure.ts';
import { DeliveryError } from './mailer.ts';

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

const CONNECTION: Partial<Record<string, DeliveryFailure>> = {
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ETLS: 'encryption_failed',
  EREQUIRETLS: 'encryption_failed',
  EAUTH: 'sign_in_refused',
  ENOAUTH: 'sign_in_refused',
};

/**
 * What a mail server's answer means: a 5xx to this mail is for good, a 4xx and everything about the connection, the
 * sign-in or the encryption may pass. The error's own text is left behind: it quotes addresses (S-60).
 */
export function toDeliveryError(error: unknown): DeliveryError {
  const { code = '', command = '', responseCode = 0 } = error instanceof Error ? (error as SmtpError) : {};
  const failure = CONNECTION[code];
  if (failure) return new DeliveryError(failure, false);
  if (!isAboutThisMail(command)) return new DeliveryError(responseCode >= 400 ? 'server_busy' : 'no_connection', false);
  if (responseCode >= 500) return new DeliveryError(command === 'RCPT TO' ? 'address_refused' : 'mail_refused', true);
  return new DeliveryError(responseCode >= 400 ? 'server_busy' : 'no_connection', false);
}

function isAboutThisMail(command: string): boolean {
  return ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command);
}
