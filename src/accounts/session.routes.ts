import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { cookiePlace } from '../http/cookies.ts';
import { clearHostCookie } from '../http/host-cookie.ts';
import { SESSION_COOKIE, sessionEndOf } from '../http/session.ts';
import { endSession } from './session.service.ts';

export function addSessionRoutes(router: Router, deps: Deps): void {
  router.post('/logout', async (req, res) => {
    await signOut(deps, req, res);
    res.set('Clear-Site-Data', '"cache", "storage"');
    res.redirect(303, '/login?after=sign-out');
  });
  // A GET that ends a session, on purpose: leaving must work as a plain link (P-11; docs/adr/0022).
  router.get('/exit', async (req, res) => {
    // attack: an image on another site would sign people out; from there it only leads away.
    const fromElsewhere = ['cross-site', 'same-site'].includes(req.get('Sec-Fetch-Site') ?? 'none');
    if (!fromElsewhere) {
      await signOut(deps, req, res);
      clearEverything(deps, req, res);
    }
    res.redirect(303, deps.config.exitUrl);
  });
  // How long the session lasts; asking does not make it last longer (S-12).
  router.get('/session', (req, res) => {
    res.json({ secondsLeft: secondsLeft(deps, req) });
  });
  router.post('/session/stay', (req, res) => {
    signedIn(req);
    res.json({ secondsLeft: secondsLeft(deps, req) });
  });
}

/** Also works without a session, so that pressing twice does no harm (S-13). */
async function signOut(deps: Deps, req: Request, res: Response): Promise<void> {
  const user = req.user;
  if (user) {
    await endSession(deps, user.userId, req.sessionID);
    deps.log.info({ event: 'sign_out', userId: user.userId }, 'signed out');
  }
  clearHostCookie(res, deps.config, SESSION_COOKIE);
}

/** Forgets the Status links of this browser, too: whoever comes after finds nothing of ours in it (P-11). */
function clearEverything(deps: Deps, req: Request, res: Response): void {
  const names = (req.headers.cookie ?? '').split(/; */).map((pair) => pair.split('=', 1)[0] ?? '');
  for (const name of names) if (/^[\w-]+$/.test(name)) res.clearCookie(name, cookiePlace(deps.config));
  res.set('Clear-Site-Data', '"cache", "cookies", "storage"');
}

function secondsLeft(deps: Deps, req: Request): number {
  const end = sessionEndOf(req);
  return end === null ? 0 : Math.max(0, Math.floor((end - deps.clock.now().getTime()) / 1_000));
}
