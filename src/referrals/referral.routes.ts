import { Router, type Request } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId } from '../http/forms.ts';
import { isLive } from '../http/live-request.ts';
import { startForward } from './forward.routes.ts';
import { openReferral, refreshReferral } from './referral.service.ts';
import { sendReferralPage } from './referral-page.routes.ts';
import { changeStatus } from './status-change.routes.ts';
import { askToWithdraw, withdraw } from './withdraw.routes.ts';

/** The referral page and its status (R18, R3). */
export function createReferralRouter(deps: Deps): Router {
  const router = Router();

  router.get('/referrals/:referralId', async (req, res) => {
    const user = signedIn(req);
    const { referralId } = req.params;
    if (!isId(referralId)) throw new NotFound();
    const referral = isLive(req) ? await refreshReferral(deps, user, referralId) : await openReferral(deps, user, referralId, isSeen(req));
    await sendReferralPage(deps, req, res, { user, referral, failed: null, returnTo: `/referrals/${referralId}` });
  });

  router.post('/referrals/:referralId/status', changeStatus(deps));
  router.get('/referrals/:referralId/forward', startForward(deps));
  router.get('/referrals/:referralId/withdraw', askToWithdraw(deps));
  router.post('/referrals/:referralId/withdraw', withdraw(deps));
  return router;
}

/** Not with HEAD, which shows nothing, nor when a browser fetches a page before anybody asked for it (R6). */
function isSeen(req: Request): boolean {
  const purposes = [req.get('Sec-Purpose'), req.get('Purpose'), req.get('X-Moz')];
  return req.method === 'GET' && !purposes.some((purpose) => purpose?.includes('prefetch') ?? false);
}
