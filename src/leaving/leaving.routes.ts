import { Router } from 'express';
import { ownPath } from '../http/own-path.ts';
import { t } from '../i18n/translate.ts';
import { leavingPage } from './leaving.pages.ts';

/** How to leave in a hurry, for whoever may have to. It is in nobody's way: each form about oneself leads here (P-11, ADR 0161). */
export function createLeavingRouter(): Router {
  const router = Router();
  router.get('/leaving', async (req, res) => {
    const page = leavingPage(ownPath(req.query['returnTo']));
    await res.page('leaving/show', page, { title: t('One page'), layout: 'seeker', shell: { exit: true, noindex: true } });
  });
  return router;
}
