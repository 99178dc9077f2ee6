import type { Request, Response } from 'express';
import type { Config } from '../config.ts';

export type CookieConfig = Pick<Config, 'publicUrl'>;

/** Whether people come by https, whatever the last proxy speaks to us. */
export function isSecure({ publicUrl }: CookieConfig): boolean {
  return publicUrl.startsWith('https:');
}

/** Where each of our cookies is valid: on this whole host, out of reach of scripts and of other sites' forms (S-10). */
export interface CookiePlace {
  httpOnly: true;
  sameSite: 'lax';
  path: '/';
  secure: boolean;
}

export function cookiePlace(config: CookieConfig): CookiePlace {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(config) };
}

/** The value of one cookie, as it was sent; null when there is none. */
export function cookieIn(req: Pick<Request, 'headers'>, name: string): string | null {
  const prefix = `${name}=`;
  const found = (req.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(prefix));
  return found?.slice(prefix.length) ?? null;
}

const YEAR_MS = 365 * 86_400_000;

/** What somebody chose for this browser. */
export function keepForAYear(res: Response, config: CookieConfig, name: string, value: string): void {
  res.cookie(name, value, { ...cookiePlace(config), maxAge: YEAR_MS });
}
