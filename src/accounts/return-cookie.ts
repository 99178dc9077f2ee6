import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { cookieIn } from '../http/cookies.ts';
import { ownPath } from '../http/own-path.ts';
import { isSecure } from '../http/session.ts';
import { TOKEN_LIFE_MS } from './account-token.store.ts';

type CookieConfig = Pick<Config, 'publicUrl'>;

/** Where somebody was going when they went to make an account: the way there leads through their mail, in the same browser or not at all. */
export function keepReturn(res: Response, config: CookieConfig, returnTo: string): void {
  res.cookie(nameOf(config), encodeURIComponent(returnTo), { ...placeOf(config), maxAge: TOKEN_LIFE_MS.confirm_email, encode: String });
}

/** A path of ours, or null. */
export function keptReturn(req: Request, config: CookieConfig): string | null {
  const kept = cookieIn(req, nameOf(config));
  try {
    return kept === null ? null : ownPath(decodeURIComponent(kept));
  } catch {
    return null;
  }
}

export function forgetReturn(req: Request, res: Response, config: CookieConfig): void {
  if (cookieIn(req, nameOf(config)) !== null) res.clearCookie(nameOf(config), placeOf(config));
}

function nameOf({ publicUrl }: CookieConfig): string {
  return `${isSecure(publicUrl) ? '__Host-' : ''}return`;
}

function placeOf({ publicUrl }: CookieConfig): { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) };
}
