import type { Request, Response } from 'express';
import type { CookieConfig } from '../http/cookies.ts';
import { clearHostCookie, hostCookie, setHostCookie } from '../http/host-cookie.ts';
import { ownPath } from '../http/own-path.ts';
import { TOKEN_LIFE_MS } from './account-token.store.ts';

const NAME = 'return';

/** Where somebody was going when they went to make an account: the way there leads through their mail, in the same browser or not at all. */
export function keepReturn(res: Response, config: CookieConfig, returnTo: string): void {
  setHostCookie(res, config, NAME, returnTo, TOKEN_LIFE_MS.confirm_email);
}

/** A path of ours, or null. */
export function keptReturn(req: Request, config: CookieConfig): string | null {
  const kept = hostCookie(req, config, NAME);
  try {
    return kept === null ? null : ownPath(decodeURIComponent(kept));
  } catch {
    return null;
  }
}

export function forgetReturn(req: Request, res: Response, config: CookieConfig): void {
  if (hostCookie(req, config, NAME) !== null) clearHostCookie(res, config, NAME);
}
