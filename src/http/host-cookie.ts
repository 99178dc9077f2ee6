import type { Request, Response } from 'express';
import { cookieIn, cookiePlace, isSecure, type CookieConfig } from './cookies.ts';

/** Cookies that prove something. With `__Host-` in its name no other host and no plain connection can set one (S-10). */
export function hostCookieName(config: CookieConfig, name: string): string {
  return `${isSecure(config) ? '__Host-' : ''}${name}`;
}

export function setHostCookie(res: Response, config: CookieConfig, name: string, value: string, maxAge: number): void {
  res.cookie(hostCookieName(config, name), value, { ...cookiePlace(config), maxAge });
}

export function clearHostCookie(res: Response, config: CookieConfig, name: string): void {
  res.clearCookie(hostCookieName(config, name), cookiePlace(config));
}

/** As it was sent; null when there is none. */
export function hostCookie(req: Pick<Request, 'headers'>, config: CookieConfig, name: string): string | null {
  return cookieIn(req, hostCookieName(config, name));
}
