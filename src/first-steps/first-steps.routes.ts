import { Router, type Request, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { keepForAYear } from '../http/cookies.ts';
import { signedIn } from '../http/current-actor.ts';
import { parseForm } from '../http/forms.ts';
import type { PageOptions } from '../http/page.ts';
import { PressForm } from '../http/press-form.ts';
import { t } from '../i18n/translate.ts';
import { DISMISSAL_COOKIE, dismissedBy } from './dismissal.ts';
import { firstLists } from './first-steps.service.ts';
import { firstStepsPage } from './first-steps.pages.ts';

/** The first hour: what to do first, for whoever has just come. */
export function createFirstStepsRouter(deps: Deps): Router {
  const router = Router();

  router.get('/start', async (req, res) => {
    await show(deps, req, res, { title: t('First steps') });
  });

  router.post('/start/dismiss', async (req, res) => {
    const { userId } = signedIn(req);
    if (!parseForm(PressForm, req.body).ok) {
      await show(deps, req, res, { title: t('Error: {{title}}', { title: t('First steps') }), status: 422 });
      return;
    }
    keepForAYear(res, deps.config, DISMISSAL_COOKIE, dismissedBy(req, userId));
    res.redirect(303, '/');
  });

  return router;
}

async function show(deps: Deps, req: Request, res: Response, options: PageOptions): Promise<void> {
  const user = signedIn(req);
  await res.page('first-steps/show', firstStepsPage(user, await firstLists(deps, user)), options);
}
