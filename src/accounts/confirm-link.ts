import type { AccountToken } from './account-token.store.ts';

/** What the link in the mail is good for at this moment. */
export type ConfirmState = 'unknown' | 'expired' | 'done' | 'ready' | 'password_needed';

export interface ConfirmLink {
  state: ConfirmState;
  token: AccountToken | null;
}
