import { phoneText } from './contact.ts';

/** Said before and after a referral that reaches nobody at the Program: it is kept, and somebody has to call (R23, R28). */
export function loggedWords(name: string, phone: string | null): string {
  return `Nobody at ${name} gets email from here yet. We keep this referral; ${callWords(phone)}.`;
}

/** The same where nobody has written a referral yet. */
export function loggedBeforehand(name: string, phone: string | null): string {
  return `Nobody at ${name} gets email from here yet. A referral to them is kept here, so ${callWords(phone)}.`;
}

export function callWords(phone: string | null): string {
  return phone ? `call them: ${phoneText(phone)}` : 'call or visit them';
}
