import type { Actor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { mayAdministerSite, mayManageTeam } from '../domain/team-policy.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { logAccess } from '../access-event.ts';
import { findMember, hasOtherAdmin, join, leave, setRole, type TeamRole } from './membership.store.ts';
import { isWorker } from './site.store.ts';
import { lockTeam, type Team } from './team.store.ts';

type MembershipDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

/** Null when it is done; a Program without a Program Admin could not be looked after by anybody. */
export type MembershipRefusal = 'last_admin' | null;

/** Takes somebody out of a Team: what it shares is gone for them at once, on open pages too (R9, S-43). */
export async function removeFromTeam(deps: MembershipDeps, actor: Actor, teamId: string, userId: string): Promise<MembershipRefusal> {
  const refused = await inTransaction<MembershipRefusal>(deps, async (tx) => {
    const team = await managedTeam(tx, actor, teamId);
    if (!(await findMember(tx, teamId, userId))) throw new NotFound();
    if (await isLastProgramAdmin(tx, team, userId)) return 'last_admin';
    await leave(tx, teamId, userId);
    await notifyAccessChanged(tx, userId);
    return null;
  });
  if (!refused) logAccess(deps.log, 'member_removed', actor, { userId, teamId });
  return refused;
}

/** Makes a member a manager of the Group or Program Admin, or ends that. */
export async function changeTeamRole(
  deps: MembershipDeps,
  actor: Actor,
  { teamId, userId, role }: { teamId: string; userId: string; role: TeamRole },
): Promise<MembershipRefusal> {
  const refused = await inTransaction<MembershipRefusal>(deps, async (tx) => {
    const team = await managedTeam(tx, actor, teamId);
    if (!(await findMember(tx, teamId, userId))) throw new NotFound();
    if (role === 'member' && (await isLastProgramAdmin(tx, team, userId))) return 'last_admin';
    await setRole(tx, teamId, userId, role);
    await notifyAccessChanged(tx, userId);
    return null;
  });
  if (!refused) logAccess(deps.log, 'role_changed', actor, { userId, teamId, role });
  return refused;
}

/** A Site admin puts one of the Site's Workers into another of its Groups; everybody else is asked by mail first (R27). */
export async function addToGroup(deps: MembershipDeps, actor: Actor, teamId: string, userId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const { siteId } = await managedTeam(tx, actor, teamId);
    if (siteId === null || !mayAdministerSite(actor, siteId) || !(await isWorker(tx, siteId, userId))) throw new NotFound();
    await join(tx, teamId, userId, 'member', deps.clock.now());
    await notifyAccessChanged(tx, userId);
  });
  logAccess(deps.log, 'member_added', actor, { userId, teamId });
}

/** The Team for whoever looks after it, locked; for anybody else there is none (R13). */
export async function managedTeam(tx: Tx, actor: Actor, teamId: string): Promise<Team> {
  const team = await lockTeam(tx, teamId);
  if (!team || !mayManageTeam(actor, team)) throw new NotFound();
  return team;
}

/** A Group has its Site's admins beside its managers. */
async function isLastProgramAdmin(tx: Tx, team: Team, userId: string): Promise<boolean> {
  const member = team.programId === null ? null : await findMember(tx, team.teamId, userId);
  return member?.role === 'admin' && !(await hasOtherAdmin(tx, team.teamId, userId));
}
