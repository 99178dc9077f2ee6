import { Router, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { requireSignIn } from '../http/current-actor.ts';
import { parseForm } from '../http/forms.ts';
import { inviteToTeam } from '../teams/invitation.service.ts';
import { refusedInvitation } from '../teams/invite-limit.ts';
import { changeTeam } from '../teams/team.service.ts';
import { groupOf, showGroup, type GroupRequest } from './group-answers.routes.ts';
import { GroupForm, GroupInviteForm } from './group.forms.ts';
import { addMemberRoutes } from './group-members.routes.ts';
import { NAME_TAKEN } from './site.forms.ts';
import { meanwhileLines } from './team-navigation.pages.ts';
import { said } from '../i18n/translate.ts';

/** One Group, for its managers and its Site's admins (R27). */
export function createGroupSettingsRouter(deps: Deps): Router {
  const router = Router();
  router.get('/settings/groups/:teamId', requireSignIn, async (req: GroupRequest, res) => {
    await showGroup(deps, req, res);
  });
  router.post('/settings/groups/:teamId', requireSignIn, async (req: GroupRequest, res) => {
    await save(deps, req, res);
  });
  router.post('/settings/groups/:teamId/invite', requireSignIn, async (req: GroupRequest, res) => {
    await invite(deps, req, res);
  });
  addMemberRoutes(router, deps);
  return router;
}

async function save(deps: Deps, req: GroupRequest, res: Response): Promise<void> {
  const { user, team, here } = await groupOf(deps, req);
  const form = parseForm(GroupForm, req.body);
  if (!form.ok) {
    await showGroup(deps, req, res, { form, before: null, meanwhile: [] });
    return;
  }
  const { name, version } = form.value;
  const wanted = { name, version, teamNavigation: form.value.teamNavigation === 'on' };
  const changed = await changeTeam(deps, user, team.teamId, wanted);
  const values = { name, teamNavigation: form.value.teamNavigation };
  if ('done' in changed) res.redirect(303, `${here}?after=saved`);
  else if ('refused' in changed)
    await showGroup(deps, req, res, {
      form: { values: { ...values, version: String(version) }, errors: { name: said(NAME_TAKEN) } },
      before: null,
      meanwhile: [],
    });
  else await showGroup(deps, req, res, { form: { values, errors: {} }, before: null, meanwhile: meanwhileLines(changed.stale, wanted) });
}

async function invite(deps: Deps, req: GroupRequest, res: Response): Promise<void> {
  const { user, team, here } = await groupOf(deps, req);
  const form = parseForm(GroupInviteForm, req.body);
  if (!form.ok) {
    await showGroup(deps, req, res, { form, before: null, meanwhile: [] });
    return;
  }
  const { email, place } = form.value;
  const invited = (): ReturnType<typeof inviteToTeam> => inviteToTeam(deps, user, { teamId: team.teamId, email, role: place });
  const refusal = await refusedInvitation(deps, req, email, invited);
  if (!refusal) res.redirect(303, `${here}?after=invited`);
  else {
    const { words, before } = refusal;
    await showGroup(deps, req, res, { form: { values: { email, place }, errors: { email: words } }, before, meanwhile: [] });
  }
}
