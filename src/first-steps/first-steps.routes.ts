import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { cookieOf, isSecure } from '../http/session.ts';
import { t } from '../i18n/translate.ts';
import { DISMISSAL_COOKIE, dismissedBy } from './dismissal.ts';
import { firstLists } from './first-steps.service.ts';
import { firstStepsPage } from './first-steps.pages.ts';

const YEAR_MS = 365 * 86_400_000;

/** The first hour: what to do first, for whoever has just come. */
export function createFirstStepsRouter(deps: Deps): Router {
  const router = Router();

  router.get('/start', async (req, res) => {
    const user = signedIn(req);
    await res.page('first-steps/show', firstStepsPage(user, await firstLists(deps, user)), { title: t('First steps') });
  });

  router.post('/start/dismiss', (req, res) => {
    const { userId } = signedIn(req);
    const { cookie } = cookieOf(isSecure(deps.config.publicUrl));
    res.cookie(DISMISSAL_COOKIE, dismissedBy(req, userId), { ...cookie, maxAge: YEAR_MS });
    res.redirect(303, '/');
  });

  return router;
}
