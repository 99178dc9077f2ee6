import type { Request, Response, Router } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { requireSignIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { ReturningPressForm } from '../http/press-form.ts';
import { findWorker, hasOtherSiteAdmin } from '../teams/site.store.ts';
import { deactivateUser, deactivationOf, endSiteAdmin, reactivateUser } from '../teams/worker.service.ts';
import { elsewhereOf } from '../teams/worker.store.ts';
import { siteOf } from './site-answers.routes.ts';
import { deactivatePage, endAdminPage, type SureFacts } from './site-sure.pages.ts';
import type { SurePage } from './sure.pages.ts';
import { t } from '../i18n/translate.ts';

type WorkerRequest = Request<{ siteId: string; userId: string }>;
type MakePage = (facts: SureFacts) => SurePage;

/** What becomes of one Worker; each says first what will happen. */
export function addWorkerRoutes(router: Router, deps: Deps): void {
  const worker = '/settings/site/:siteId/workers/:userId';
  const admin = '/settings/site/:siteId/admins/:userId/remove';
  router.get(`${worker}/deactivate`, requireSignIn, async (req: WorkerRequest, res) => {
    await askFirst(deps, req, res, deactivatePage);
  });
  router.post(`${worker}/deactivate`, requireSignIn, async (req: WorkerRequest, res) => {
    const { user, siteId, here } = siteOf(req);
    const ended = pressed(req) && (await deactivateUser(deps, user, siteId, idIn(req)));
    if (ended && 'done' in ended) res.redirect(303, ended.done === 'closes' ? `${here}?after=deactivated` : `${here}?after=left`);
    else await askFirst(deps, req, res, deactivatePage, 422);
  });
  router.post(`${worker}/reactivate`, requireSignIn, async (req: WorkerRequest, res) => {
    const { user, siteId, here } = siteOf(req);
    if (!pressed(req)) throw new NotFound();
    await reactivateUser(deps, user, siteId, idIn(req));
    res.redirect(303, `${here}?after=reactivated`);
  });
  router.get(admin, requireSignIn, async (req: WorkerRequest, res) => {
    await askFirst(deps, req, res, endAdminPage);
  });
  router.post(admin, requireSignIn, async (req: WorkerRequest, res) => {
    const { user, siteId, here } = siteOf(req);
    const ended = pressed(req) && (await endSiteAdmin(deps, user, siteId, idIn(req)));
    if (!ended || 'refused' in ended) await askFirst(deps, req, res, endAdminPage, 422);
    // Who ended their own part does not see the page any more.
    else res.redirect(303, user.userId === req.params.userId ? '/settings/account' : `${here}?after=ended`);
  });
}

async function askFirst(deps: Deps, req: WorkerRequest, res: Response, page: MakePage, status = 200): Promise<void> {
  const site = siteOf(req);
  const worker = await findWorker(deps.db, site.siteId, idIn(req));
  if (!worker || worker.deactivatedAt) throw new NotFound();
  const { userId, isAdmin } = worker;
  if (page === endAdminPage && !isAdmin) throw new NotFound();
  const closes = deactivationOf(await elsewhereOf(deps.db, site.siteId, userId)) === 'closes';
  const lastAdmin = isAdmin && !(await hasOtherSiteAdmin(deps.db, site.siteId, userId));
  const model = page({ ...site, worker, closes, lastAdmin, idem: newFormKey() });
  await res.page('settings/sure', model, {
    title: status === 200 ? model.heading : t('Error: {{title}}', { title: model.heading }),
    status,
  });
}

function idIn({ params: { userId } }: WorkerRequest): string {
  if (!isId(userId)) throw new NotFound();
  return userId;
}

/** A button without fields carries nothing else. */
function pressed(req: Request<object>): boolean {
  return parseForm(ReturningPressForm, req.body).ok;
}
