/** Why a mail was not handed over, or not sent at all. Kept with the mail; names nobody (R29, S-60). */
export type DeliveryFailure =
  | 'bad_address'
  | 'address_refused'
  | 'mail_refused'
  | 'server_busy'
  | 'no_connection'
  | 'timeout'
  | 'encryption_failed'
  | 'sign_in_refused'
  | 'internal'
  | Unwanted;

/** Why a mail is no longer for this recipient when its turn comes. */
export type Unwanted =
  | 'no_access'
  | 'address_changed'
  | 'account_closed'
  | 'setting_changed'
  | 'preference_changed'
  | 'dont_reach_out'
  | 'withdrawn'
  | 'answered'
  | 'no_longer_needed';

/** The reasons in the words of the referral page. */
export const FAILURE_WORDS: Record<DeliveryFailure, string> = {
  bad_address: 'The address cannot be used.',
  address_refused: 'The address does not take mail.',
  mail_refused: 'Their mail server did not take it.',
  server_busy: 'The mail server was busy.',
  no_connection: 'The mail server could not be reached.',
  timeout: 'The mail server did not answer in time.',
  encryption_failed: 'The connection to the mail server could not be made safe.',
  sign_in_refused: 'The mail server refused our sign-in.',
  internal: 'Something went wrong on our side.',
  no_access: 'They no longer see this referral.',
  address_changed: 'Their address has changed.',
  account_closed: 'Their account is closed.',
  setting_changed: 'They no longer want this mail.',
  preference_changed: 'They no longer want to be reached by email.',
  dont_reach_out: 'They asked not to be reached.',
  withdrawn: 'The referral was withdrawn before.',
  answered: 'The referral was answered before.',
  no_longer_needed: 'It was not needed any more.',
};

export function isDeliveryFailure(value: string | null): value is DeliveryFailure {
  return value !== null && Object.hasOwn(FAILURE_WORDS, value);
}
