import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { isSecure } from '../http/session.ts';
import { LIFE_MS } from './account-token.store.ts';

/**
 * Tells the browser somebody signed up in from any other: there, the button in the mail's page confirms the address; anywhere
 * else the password is asked for as well. Every sign-up sets one, whether it made an account or not (S-05).
 */
export function setSignUpCookie(res: Response, config: Pick<Config, 'publicUrl'>, token: string): void {
  res.cookie(nameOf(config), token, { ...placeOf(config), maxAge: LIFE_MS });
}

export function clearSignUpCookie(res: Response, config: Pick<Config, 'publicUrl'>): void {
  res.clearCookie(nameOf(config), placeOf(config));
}

export function signUpCookie(req: Request, config: Pick<Config, 'publicUrl'>): string | null {
  const prefix = `${nameOf(config)}=`;
  const found = (req.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
}

function nameOf({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return isSecure(publicUrl) ? '__Host-signup' : 'signup';
}

function placeOf({ publicUrl }: Pick<Config, 'publicUrl'>): { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) };
}
