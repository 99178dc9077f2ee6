import type { Request, Response, Router } from 'express';
import { mayAdministerSite } from '../domain/team-policy.ts';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { requireSignIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { ReturningPressForm } from '../http/press-form.ts';
import { addToGroup, changeTeamRole, removeFromTeam } from '../teams/membership.service.ts';
import { findMember, type TeamMember } from '../teams/membership.store.ts';
import { findWorker } from '../teams/site.store.ts';
import { groupOf, showGroup, type GroupRequest, type ManagedGroup } from './group-answers.routes.ts';
import { AddMemberForm, RoleForm } from './group.forms.ts';
import { removePage } from './group-sure.pages.ts';
import { t } from '../i18n/translate.ts';

type MemberRequest = Request<{ teamId: string; userId: string }>;

/** Who is in the Group, and as what. */
export function addMemberRoutes(router: Router, deps: Deps): void {
  const member = '/settings/groups/:teamId/members/:userId';
  router.post('/settings/groups/:teamId/members', requireSignIn, async (req: GroupRequest, res) => {
    const { user, team, here, siteId } = await groupOf(deps, req);
    if (!mayAdministerSite(user, siteId)) throw new NotFound();
    const form = parseForm(AddMemberForm, req.body);
    if (!form.ok) {
      await showGroup(deps, req, res, { form, before: null, meanwhile: [] });
      return;
    }
    await addToGroup(deps, user, team.teamId, form.value.userId);
    res.redirect(303, `${here}?after=added`);
  });
  router.post(`${member}/role`, requireSignIn, async (req: MemberRequest, res) => {
    const { group, userId } = await memberOf(deps, req);
    const form = parseForm(RoleForm, req.body);
    if (!form.ok) {
      await showGroup(deps, req, res, { form, before: null, meanwhile: [] });
      return;
    }
    await changeTeamRole(deps, group.user, { teamId: group.team.teamId, userId, role: form.value.role });
    res.redirect(303, afterwards(group, userId, form.value.role === 'member', 'role'));
  });
  router.get(`${member}/remove`, requireSignIn, async (req: MemberRequest, res) => {
    await askFirst(deps, req, res, 200);
  });
  router.post(`${member}/remove`, requireSignIn, async (req: MemberRequest, res) => {
    const { group, userId } = await memberOf(deps, req);
    if (!parseForm(ReturningPressForm, req.body).ok) {
      await askFirst(deps, req, res, 422);
      return;
    }
    await removeFromTeam(deps, group.user, group.team.teamId, userId);
    res.redirect(303, afterwards(group, userId, true, 'removed'));
  });
}

/** A manager who is none any more does not see the Group's page. */
function afterwards({ user, here, siteId }: ManagedGroup, userId: string, ends: boolean, after: string): string {
  return ends && user.userId === userId && !mayAdministerSite(user, siteId) ? '/settings/account' : `${here}?after=${after}`;
}

async function askFirst(deps: Deps, req: MemberRequest, res: Response, status: number): Promise<void> {
  const { group, userId, member } = await memberOf(deps, req);
  const worker = await findWorker(deps.db, group.siteId, userId);
  const leavesSite = worker !== null && !worker.isAdmin && worker.groups.length === 1;
  const model = removePage({ ...group, member, leavesSite, idem: newFormKey() });
  await res.page('settings/sure', model, {
    title: status === 200 ? model.heading : t('Error: {{title}}', { title: model.heading }),
    status,
  });
}

async function memberOf(deps: Deps, req: MemberRequest): Promise<{ group: ManagedGroup; userId: string; member: TeamMember }> {
  const group = await groupOf(deps, req);
  const { userId } = req.params;
  const member = isId(userId) ? await findMember(deps.db, group.team.teamId, userId) : null;
  if (!member) throw new NotFound();
  return { group, userId, member };
}
