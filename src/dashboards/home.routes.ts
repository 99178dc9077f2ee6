import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { hasDismissed } from '../first-steps/dismissal.ts';
import { beginsWithFirstSteps } from '../first-steps/first-steps.service.ts';
import { t } from '../i18n/translate.ts';
import { homeOf } from './areas.ts';
import { landingPage } from './home.pages.ts';
import { shellFacts } from './shell.store.ts';

/** The front door: everybody to their area, who has just come to their first steps, strangers to a short welcome. */
export function createHomeRouter(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    const { user } = req;
    if (user && !hasDismissed(req, user.userId) && (await beginsWithFirstSteps(deps, user))) res.redirect(303, '/start');
    else if (user) res.redirect(303, homeOf(user, await shellFacts(deps.db, user)));
    else await res.page('home/landing', landingPage(), { title: t('Welcome') });
  });
  return router;
}
