import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { isSecure } from '../http/session.ts';
import { TOKEN_LIFE_MS } from './account-token.store.ts';

type CookieConfig = Pick<Config, 'publicUrl'>;

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
  res.cookie(nameOf(config, purpose), token, { ...placeOf(config), maxAge: TOKEN_LIFE_MS[purpose] });
}

export function clearTokenCookie(res: Response, config: CookieConfig, purpose: KeptToken): void {
  res.clearCookie(nameOf(config, purpose), placeOf(config));
}

export function tokenCookie(req: Request, config: CookieConfig, purpose: KeptToken): string | null {
  const prefix = `${nameOf(config, purpose)}=`;
  const found = (req.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
}

function nameOf({ publicUrl }: CookieConfig, purpose: KeptToken): string {
  return `${isSecure(publicUrl) ? '__Host-' : ''}${NAMES[purpose]}`;
}

function placeOf({ publicUrl }: CookieConfig): { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) };
}
