import type { AccountToken } from './account-token.store.ts';

/** The links in an account's mail that do something by themselves. */
export type LinkPurpose = 'password_reset' | 'sign_in_link' | 'confirm_new_email';

/** Why such a link does nothing (any more). */
export type DeadState = 'expired' | 'used' | 'unknown';

/** What it is good for at this moment. */
export type MailedLink = { state: 'ready'; token: AccountToken } | { state: DeadState };
