import { domainToASCII } from 'node:url';
import { isEmailAddress } from '../domain/email-address.ts';
import { DeliveryError } from './mailer.ts';

/**
 * Exactly one address as mail servers take it, its domain in ASCII (S-70); throws DeliveryError for everything else.
 * attack: a comma adds a recipient, a line break or a quotation mark moves the mail to another domain (T9).
 */
export function oneAddress(written: string): string {
  const at = written.lastIndexOf('@');
  const domain = written.slice(at + 1);
  const address = at > 0 ? `${written.slice(0, at)}@${isPlain(domain) ? domainToASCII(domain) : domain}` : written;
  if (!isEmailAddress(address)) throw new DeliveryError('bad_address', true);
  return address;
}

/** Letters of any script, digits, dots and hyphens: domainToASCII would quietly repair or drop anything else. */
function isPlain(domain: string): boolean {
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain);
}
