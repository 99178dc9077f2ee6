import { Router, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { requireSignIn } from '../http/current-actor.ts';
import { parseForm } from '../http/forms.ts';
import { changeProgramSettings } from '../programs/program-settings.service.ts';
import { inviteToTeam } from '../teams/invitation.service.ts';
import { refusedInvitation } from '../teams/invite-limit.ts';
import { programOf, showProgramSettings, type ProgramRequest } from './program-answers.routes.ts';
import { addClaimerRoutes } from './program-claimers.routes.ts';
import { meanwhileLines } from './program-meanwhile.ts';
import { ClaimerInviteForm, ProgramSettingsForm } from './program-settings.forms.ts';

/** One Program, for its Program Admins (R27). */
export function createProgramSettingsRouter(deps: Deps): Router {
  const router = Router();
  router.get('/settings/programs/:programId', requireSignIn, async (req: ProgramRequest, res) => {
    await showProgramSettings(deps, req, res);
  });
  router.post('/settings/programs/:programId', requireSignIn, async (req: ProgramRequest, res) => {
    await save(deps, req, res);
  });
  router.post('/settings/programs/:programId/invite', requireSignIn, async (req: ProgramRequest, res) => {
    await invite(deps, req, res);
  });
  addClaimerRoutes(router, deps);
  return router;
}

async function save(deps: Deps, req: ProgramRequest, res: Response): Promise<void> {
  const { user, team, here } = await programOf(deps, req);
  const form = parseForm(ProgramSettingsForm, req.body);
  if (!form.ok) return showProgramSettings(deps, req, res, { form, before: null, meanwhile: [] });
  const stale = await changeProgramSettings(deps, user, team.teamId, form.value);
  if (!stale) {
    res.redirect(303, `${here}?after=saved`);
    return;
  }
  const { acceptingReferrals, acceptingNote, teamNavigation } = form.value;
  const values = {
    accepting: acceptingReferrals ? 'on' : 'off',
    note: acceptingNote ?? '',
    teamNavigation: teamNavigation ? 'on' : 'off',
  };
  await showProgramSettings(deps, req, res, { form: { values, errors: {} }, before: null, meanwhile: meanwhileLines(stale, form.value) });
}

async function invite(deps: Deps, req: ProgramRequest, res: Response): Promise<void> {
  const { user, team, here } = await programOf(deps, req);
  const form = parseForm(ClaimerInviteForm, req.body);
  if (!form.ok) return showProgramSettings(deps, req, res, { form, before: null, meanwhile: [] });
  const { email, place } = form.value;
  const refusal = await refusedInvitation(deps, req, email, () => inviteToTeam(deps, user, { teamId: team.teamId, email, role: place }));
  if (!refusal) {
    res.redirect(303, `${here}?after=invited`);
    return;
  }
  const { words, before } = refusal;
  await showProgramSettings(deps, req, res, { form: { values: { email, place }, errors: { email: words } }, before, meanwhile: [] });
}
