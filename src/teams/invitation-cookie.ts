import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { cookieIn } from '../http/cookies.ts';
import { isSecure } from '../http/session.ts';

/** Long enough to sign in, or to make an account. */
const LIFE_MS = 60 * 60_000;

type CookieConfig = Pick<Config, 'publicUrl'>;

/**
 * What the token is swapped for at the first GET, so that no address holds it (S-32). The name carries the invitation's id: two of
 * them open in two tabs never answer for each other.
 */
export function setInvitationCookie(res: Response, config: CookieConfig, invitationId: string, token: string): void {
  res.cookie(nameOf(config, invitationId), token, { ...placeOf(config), maxAge: LIFE_MS });
}

export function clearInvitationCookie(res: Response, config: CookieConfig, invitationId: string): void {
  res.clearCookie(nameOf(config, invitationId), placeOf(config));
}

export function invitationCookie(req: Pick<Request, 'headers'>, config: CookieConfig, invitationId: string): string | null {
  return cookieIn(req, nameOf(config, invitationId));
}

function nameOf({ publicUrl }: CookieConfig, invitationId: string): string {
  return `${isSecure(publicUrl) ? '__Host-' : ''}invitation-${invitationId}`;
}

function placeOf({ publicUrl }: CookieConfig): { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) };
}
