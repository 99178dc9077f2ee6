import { Router, type Request, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { requireSignIn } from '../http/current-actor.ts';
import { parseForm } from '../http/forms.ts';
import { inviteToSite, inviteToTeam } from '../teams/invitation.service.ts';
import type { Invited } from '../teams/invited.ts';
import { refusedInvitation } from '../teams/invite-limit.ts';
import { createGroup } from '../teams/team.service.ts';
import { showSite, siteOf, type AdministeredSite } from './site-answers.routes.ts';
import { NAME_TAKEN, NewGroupForm, SiteInviteForm } from './site.forms.ts';
import { addWorkerRoutes } from './site-workers.routes.ts';
import { said } from '../i18n/translate.ts';

type SiteRequest = Request<{ siteId: string }>;

/** Workers and Groups of a Site, for its admins (R27). */
export function createSiteSettingsRouter(deps: Deps): Router {
  const router = Router();
  router.get('/settings/site/:siteId', requireSignIn, async (req: SiteRequest, res) => {
    await showSite(deps, req, res);
  });
  router.post('/settings/site/:siteId/invite', requireSignIn, async (req: SiteRequest, res) => {
    await invite(deps, req, res);
  });
  router.post('/settings/site/:siteId/groups', requireSignIn, async (req: SiteRequest, res) => {
    const { user, siteId } = siteOf(req);
    const form = parseForm(NewGroupForm, req.body);
    if (!form.ok) {
      await showSite(deps, req, res, { form, before: null });
      return;
    }
    const made = await createGroup(deps, user, siteId, form.value.name);
    if ('teamId' in made) res.redirect(303, `/settings/groups/${made.teamId}`);
    else await showSite(deps, req, res, { form: { values: { name: form.value.name }, errors: { name: said(NAME_TAKEN) } }, before: null });
  });
  addWorkerRoutes(router, deps);
  return router;
}

async function invite(deps: Deps, req: SiteRequest, res: Response): Promise<void> {
  const site = siteOf(req);
  const form = parseForm(SiteInviteForm, req.body);
  if (!form.ok) {
    await showSite(deps, req, res, { form, before: null });
    return;
  }
  const { email, place } = form.value;
  const refusal = await refusedInvitation(deps, req, email, () => inviteInto(deps, site, email, place));
  if (!refusal) res.redirect(303, `${site.here}?after=invited`);
  else await showSite(deps, req, res, { form: { values: { email, place }, errors: { email: refusal.words } }, before: refusal.before });
}

function inviteInto(deps: Deps, { user, siteId }: AdministeredSite, email: string, place: string): Promise<Invited> {
  if (place === 'admin') return inviteToSite(deps, user, { siteId, email });
  return inviteToTeam(deps, user, { teamId: place, email, role: 'member' });
}
