import type { Request, Response, Router } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { requireSignIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { ReturningPressForm } from '../http/press-form.ts';
import { changeTeamRole, removeFromTeam } from '../teams/membership.service.ts';
import { membersOf, type TeamMember } from '../teams/membership.store.ts';
import { t } from '../i18n/translate.ts';
import { programOf, showProgramSettings, type AdministeredProgram } from './program-answers.routes.ts';
import { endClaimerPage, lastAdmin } from './program-claimers.pages.ts';
import { ClaimerRoleForm } from './program-settings.forms.ts';

type ClaimerRequest = Request<{ programId: string; userId: string }>;

/** Who answers for the Program, and as what (R27). */
export function addClaimerRoutes(router: Router, deps: Deps): void {
  const member = '/settings/programs/:programId/members/:userId';
  router.post(`${member}/role`, requireSignIn, async (req: ClaimerRequest, res) => {
    const { program, claimer } = await claimerOf(deps, req);
    const form = parseForm(ClaimerRoleForm, req.body);
    if (!form.ok) return showProgramSettings(deps, req, res, { form, before: null, meanwhile: [] });
    const { role } = form.value;
    const refused = await changeTeamRole(deps, program.user, { teamId: program.team.teamId, userId: claimer.userId, role });
    if (refused)
      return showProgramSettings(deps, req, res, { form: { values: {}, errors: { form: lastAdmin() } }, before: null, meanwhile: [] });
    res.redirect(303, afterwards(program, claimer, role === 'member', 'role'));
  });
  router.get(`${member}/remove`, requireSignIn, async (req: ClaimerRequest, res) => {
    await askFirst(deps, req, res, 200);
  });
  router.post(`${member}/remove`, requireSignIn, async (req: ClaimerRequest, res) => {
    const { program, claimer } = await claimerOf(deps, req);
    if (!parseForm(ReturningPressForm, req.body).ok) return askFirst(deps, req, res, 422);
    const refused = await removeFromTeam(deps, program.user, program.team.teamId, claimer.userId);
    if (refused) return askFirst(deps, req, res, 422);
    res.redirect(303, afterwards(program, claimer, true, 'removed'));
  });
}

/** A Program Admin who is none any more does not see this page. */
function afterwards({ user, here }: AdministeredProgram, claimer: TeamMember, ends: boolean, after: string): string {
  return ends && user.userId === claimer.userId ? '/settings/account' : `${here}?after=${after}`;
}

async function askFirst(deps: Deps, req: ClaimerRequest, res: Response, status: number): Promise<void> {
  const { program, claimer, last } = await claimerOf(deps, req);
  const model = endClaimerPage({ ...program, member: claimer, last, idem: newFormKey() });
  const title = model.heading;
  await res.page('settings/sure', model, { title: status === 200 ? title : t('Error: {{title}}', { title }), status });
}

async function claimerOf(deps: Deps, req: ClaimerRequest): Promise<{ program: AdministeredProgram; claimer: TeamMember; last: boolean }> {
  const program = await programOf(deps, req);
  const { userId } = req.params;
  const members = isId(userId) ? await membersOf(deps.db, program.team.teamId) : [];
  const claimer = members.find((one) => one.userId === userId);
  if (!claimer) throw new NotFound();
  const others = members.filter((one) => one.role === 'admin' && !one.deactivated && one.userId !== userId);
  return { program, claimer, last: claimer.role === 'admin' && others.length === 0 };
}
