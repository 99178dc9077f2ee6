import type { Request, Response } from 'express';
import type { CookieConfig } from '../http/cookies.ts';
import { clearHostCookie, hostCookie, setHostCookie } from '../http/host-cookie.ts';

/** Long enough to sign in, or to make an account. */
const LIFE_MS = 60 * 60_000;

/** The name carries the invitation's id: two of them open in two tabs never answer for each other. */
const nameOf = (invitationId: string): string => `invitation-${invitationId}`;

/** What the token is swapped for at the first GET, so that no address holds it (S-32). */
export function setInvitationCookie(res: Response, config: CookieConfig, invitationId: string, token: string): void {
  setHostCookie(res, config, nameOf(invitationId), token, LIFE_MS);
}

export function clearInvitationCookie(res: Response, config: CookieConfig, invitationId: string): void {
  clearHostCookie(res, config, nameOf(invitationId));
}

export function invitationCookie(req: Pick<Request, 'headers'>, config: CookieConfig, invitationId: string): string | null {
  return hostCookie(req, config, nameOf(invitationId));
}
