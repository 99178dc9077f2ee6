import type { Request, Response } from 'express';
import type { CookieConfig } from '../http/cookies.ts';
import { clearHostCookie, hostCookie, setHostCookie } from '../http/host-cookie.ts';
import { TOKEN_LIFE_MS } from './account-token.store.ts';

/**
 * Tokens a browser keeps in a cookie of its own. Two say that somebody asked for something in this browser: every asking sets one,
 * whether there is an account or not (S-05). The others were swapped for the token of a mail's link at its first opening, so that
 * no address holds it (S-32).
 */
const NAMES = {
  signed_up_here: 'signup',
  link_asked_here: 'link-asked',
  sign_in_link: 'sign-in',
  password_reset: 'reset',
  confirm_new_email: 'new-address',
} as const;

export type KeptToken = keyof typeof NAMES;

export function setTokenCookie(res: Response, config: CookieConfig, purpose: KeptToken, token: string): void {
  setHostCookie(res, config, NAMES[purpose], token, TOKEN_LIFE_MS[purpose]);
}

export function clearTokenCookie(res: Response, config: CookieConfig, purpose: KeptToken): void {
  clearHostCookie(res, config, NAMES[purpose]);
}

export function tokenCookie(req: Request, config: CookieConfig, purpose: KeptToken): string | null {
  return hostCookie(req, config, NAMES[purpose]);
}
