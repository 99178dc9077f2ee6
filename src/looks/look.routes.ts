import { Router } from 'express';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { LooksQuery, PAGE_SIZE } from './look.forms.ts';
import { seekerLooksPage, siteLooksPage } from './look.pages.ts';
import { looksAtSeeker, looksAtSite } from './look.service.ts';

/** Who has looked: at one Seeker, and at all Seekers of a Site (R15). */
export function createLooksRouter(deps: Deps): Router {
  const router = Router();

  router.get('/people/:seekerId/looks', async (req, res) => {
    const user = signedIn(req);
    const { seekerId } = req.params;
    if (!isId(seekerId)) throw new NotFound();
    const { older, newer } = LooksQuery.parse(req.query);
    const timeZone = readersZone(user, deps.config);
    const looks = await looksAtSeeker(deps, user, seekerId, { older, newer, size: PAGE_SIZE });
    await res.page('looks/seeker', seekerLooksPage(looks, { user, timeZone }), { title: t('Who has looked'), area: '/people' });
  });

  router.get('/settings/site/:siteId/looks', async (req, res) => {
    const user = signedIn(req);
    const { siteId } = req.params;
    if (!isId(siteId)) throw new NotFound();
    const { older, newer, who } = LooksQuery.parse(req.query);
    const timeZone = readersZone(user, deps.config);
    const looks = await looksAtSite(deps, user, siteId, { older, newer, who, size: PAGE_SIZE });
    await res.page('looks/site', siteLooksPage(looks, { user, siteId, who, timeZone }), { title: t('Who has looked') });
  });

  return router;
}
