import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { t } from '../i18n/translate.ts';
import { homeOf } from './areas.ts';
import { landingPage } from './home.pages.ts';
import { shellFacts } from './shell.store.ts';

/** The front door: everybody to their area, strangers to a short welcome. */
export function createHomeRouter(deps: Deps): Router {
  const router = Router();
  router.get('/', async (req, res) => {
    if (req.user) res.redirect(303, homeOf(req.user, await shellFacts(deps.db, req.user)));
    else await res.page('home/landing', landingPage(), { title: t('Welcome') });
  });
  return router;
}
