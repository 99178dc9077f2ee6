import { EMAIL_MAX } from './field-lengths.ts';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$|^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+xn--[A-Za-z0-9-]{2,59}$/;

/**
 * One plain address with an ASCII domain (S-70).
 * attack: a comma, semicolon, quotation mark or angle bracket adds a recipient to a message, or moves it to another domain.
 */
export function isEmailAddress(written: string): boolean {
  const at = written.lastIndexOf('@');
  if (at < 1 || at > 64 || written.length > EMAIL_MAX) return false;
  return LOCAL.test(written.slice(0, at)) && DOMAIN.test(written.slice(at + 1));
}
