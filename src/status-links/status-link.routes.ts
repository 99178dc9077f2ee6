import { Router, type Request, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { parseForm } from '../http/forms.ts';
import { speakTo } from '../http/language.ts';
import { networkOf } from '../http/network.ts';
import { PressForm } from '../http/press-form.ts';
import { tokenPageHeaders } from '../http/security.ts';
import { isToken } from '../secret-token.ts';
import { answerLink, showLink } from './link-page.routes.ts';
import { linkCookie } from './link-cookie.ts';
import { openTheMail, tooManyTries, unknownLink } from './link-dead.pages.ts';
import { sendDead } from './link-dead.routes.ts';
import { reasonIn } from './reason-in.ts';
import { linkOfToken, openLink, sendFreshLink, type OpenedLink } from './status-link.service.ts';

/** Status links: seeing one referral and setting its status, without signing in (R26, R30). */
export function createStatusLinkRouter(deps: Deps): Router {
  const router = Router();
  router.use('/l', tokenPageHeaders);

  router.get('/l/:token', async (req, res, next) => {
    if (isToken(req.params.token)) await swapToken(deps, req, res, req.params.token);
    else next();
  });
  router.get('/l/:publicId', async (req, res) => {
    const opened = await openFor(deps, req);
    if (opened) await showLink(deps, req, res, opened);
    else await sendAway(deps, res);
  });
  router.post('/l/:publicId', async (req, res) => {
    const opened = await openFor(deps, req);
    if (opened) await answerLink(deps, req, res, opened);
    else await sendAway(deps, res, reasonIn(req.body));
  });
  router.post('/l/:publicId/fresh', async (req, res) => {
    const opened = await openFor(deps, req);
    if (!opened || !parseForm(PressForm, req.body).ok) {
      await sendAway(deps, res);
      return;
    }
    await sendFreshLink(deps, opened);
    res.redirect(303, `/l/${opened.link.publicId}`);
  });
  return router;
}

/** The link at this address; its page, and what it may say instead, are in the language of whom it was sent to. */
async function openFor(deps: Deps, req: Request<{ publicId: string }>): Promise<OpenedLink | null> {
  const opened = await openLink(deps, req.headers.cookie, req.params.publicId);
  // A Program's own mailbox has no language of its own: its reader's browser does.
  if (opened && (opened.link.recipient === 'seeker' || opened.link.userId !== null)) speakTo(req, opened.link.language);
  return opened;
}

/** Swaps the token for a cookie and an address without it (S-32). It consumes nothing and can be repeated: scanners open links too (R26). */
async function swapToken(deps: Deps, req: Request, res: Response, token: string): Promise<void> {
  const link = await linkOfToken(deps, token);
  if (!link) {
    // attack: guessing tokens.
    const wait = await req.limits.wrongLink.take(networkOf(req.ip));
    const [page, status] = wait === null ? ([unknownLink(), 404] as const) : ([tooManyTries(), 429] as const);
    await sendDead(deps, res, page, status, null);
    return;
  }
  deps.log.info({ event: 'link_opened', id: req.id, linkId: link.id, referralId: link.referralId }, 'Status link');
  const { name, value, options } = linkCookie(deps.config, link.publicId, deps.clock.now());
  res.cookie(name, value, options).redirect(303, `/l/${link.publicId}`);
}

/** The same for every address without its cookie, whether there is such a link or not. */
async function sendAway(deps: Deps, res: Response, reason: string | null = null): Promise<void> {
  await sendDead(deps, res, openTheMail(reason), 404, null);
}
