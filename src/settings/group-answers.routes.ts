import type { Request, Response } from 'express';
import { doneNotice } from '../components/done-notice.ts';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { mayAdministerSite } from '../domain/team-policy.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { invitationsToTeam } from '../teams/invitation.store.ts';
import { membersOf } from '../teams/membership.store.ts';
import { workersOf, type Worker } from '../teams/site.store.ts';
import { teamToManage } from '../teams/team.service.ts';
import type { Team } from '../teams/team.store.ts';
import { groupPage, type GroupTry } from './group.pages.ts';
import { SITE_DONE } from './team-done.ts';
import { t } from '../i18n/translate.ts';

export type GroupRequest = Request<{ teamId: string }>;

/** The Group of the address, for whoever looks after it; there is none for anybody else, and no Program here (R13). */
export interface ManagedGroup {
  user: UserActor;
  team: Team;
  siteId: string;
  /** The address of its page. */
  here: string;
}

export async function groupOf(deps: Deps, req: GroupRequest): Promise<ManagedGroup> {
  const user = signedIn(req as Request);
  const { teamId } = req.params;
  const team = isId(teamId) ? await teamToManage(deps, user, teamId) : null;
  if (!team || team.siteId === null) throw new NotFound();
  return { user, team, siteId: team.siteId, here: `/settings/groups/${teamId}` };
}

/** The page, 422 where the last form could not be used, 409 where somebody else was faster. */
export async function showGroup(deps: Deps, req: GroupRequest, res: Response, tried: GroupTry | null = null): Promise<void> {
  const { user, team, siteId, here } = await groupOf(deps, req);
  const administers = mayAdministerSite(user, siteId);
  const [members, invitations, workers] = await Promise.all([
    membersOf(deps.db, team.teamId),
    invitationsToTeam(deps.db, team.teamId),
    administers ? workersOf(deps.db, siteId) : [],
  ]);
  const facts = {
    ...{ user, team, here, members, invitations, others: othersOf(workers, team) },
    siteHref: administers ? `/settings/site/${siteId}` : null,
    ...{ timeZone: readersZone(user, deps.config), now: deps.clock.now(), idem: newFormKey() },
  };
  await res.page('settings/group', groupPage(facts, tried ?? undefined), {
    title: tried ? t('Error: {{title}}', { title: team.name }) : team.name,
    status: tried ? (tried.meanwhile.length > 0 ? 409 : 422) : 200,
    shell: { notice: tried ? null : doneNotice(SITE_DONE, req.query['after']) },
  });
}

/** Who could be put in: the Site's other Workers whose accounts are open. */
function othersOf(workers: readonly Worker[], { teamId }: Team): Worker[] {
  return workers.filter((one) => one.deactivatedAt === null && !one.groups.some((group) => group.teamId === teamId));
}
