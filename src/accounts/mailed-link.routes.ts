import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { networkOf } from '../http/network.ts';
import { tokenPageHeaders } from '../http/security.ts';
import type { AccountToken } from './account-token.store.ts';
import { deadLinkPage, LINK_TITLE } from './mailed-link.pages.ts';
import { lookAtMailedLink } from './mailed-link.service.ts';
import type { DeadState, LinkPurpose } from './mailed-link.ts';
import { clearTokenCookie, setTokenCookie, tokenCookie } from './token-cookie.ts';

const SWAPS: readonly { path: string; purpose: LinkPurpose; place: string }[] = [
  { path: '/password/reset/:token', purpose: 'password_reset', place: '/password/reset' },
  { path: '/sign-in/:token', purpose: 'sign_in_link', place: '/sign-in' },
  { path: '/new-address/:token', purpose: 'confirm_new_email', place: '/settings/account/email/confirm' },
];

/** Swaps the token of a mail's link for a cookie and an address without it (S-32). It uses nothing up and can be repeated (S-31). */
export function addMailedLinkRoutes(router: Router, deps: Deps): void {
  for (const { path, purpose, place } of SWAPS) {
    router.get(path, tokenPageHeaders, async (req: Request<{ token: string }>, res) => {
      const link = await lookAtMailedLink(deps, purpose, req.params.token);
      if (link.state !== 'ready') {
        await showDeadLink(req, res, purpose, link.state);
        return;
      }
      setTokenCookie(res, deps.config, purpose, req.params.token);
      res.redirect(303, place);
    });
  }
}

/** The link this browser opened last; answers for one that does nothing any more, and is null then. */
export async function openedLink(deps: Deps, req: Request, res: Response, purpose: LinkPurpose): Promise<AccountToken | null> {
  const kept = tokenCookie(req, deps.config, purpose);
  const link = await lookAtMailedLink(deps, purpose, kept);
  if (link.state === 'ready') return link.token;
  clearTokenCookie(res, deps.config, purpose);
  if (kept === null) await showDead(res, purpose, 'unknown', 404);
  else await showDeadLink(req, res, purpose, link.state);
  return null;
}

async function showDeadLink(req: Request<object>, res: Response, purpose: LinkPurpose, state: DeadState): Promise<void> {
  // attack: guessing tokens.
  const wait = state === 'unknown' ? await req.limits.wrongLink.take(networkOf(req.ip)) : null;
  await showDead(res, purpose, state, wait === null ? (state === 'unknown' ? 404 : 410) : 429);
}

export async function showDead(res: Response, purpose: LinkPurpose, state: DeadState, status: number): Promise<void> {
  await res.page('accounts/link-dead', deadLinkPage(purpose, state), { title: LINK_TITLE[purpose](), status });
}
