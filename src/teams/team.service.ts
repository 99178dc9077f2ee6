import type { Actor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { mayAdministerSite, mayManageTeam } from '../domain/team-policy.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { logAccess } from '../access-event.ts';
import { managedTeam } from './membership.service.ts';
import { lockSite } from './site.store.ts';
import { changeTeamRow, createGroupRow, findTeam, isGroupName, type Team } from './team.store.ts';

export interface TeamChange {
  /** What the person saw. */
  version: number;
  /** Left out: it stays. */
  name?: string;
  /** For referrals made from now on; what is shared stays shared (R9). */
  teamNavigation: boolean;
}

/** `stale` carries the Team as somebody else has left it meanwhile. */
export type TeamChanged = { done: true } | { refused: 'name_taken' } | { stale: Team };

/** Renames a Team and turns its Team Navigation on or off (R27), unless somebody else did so since the page was read. */
export async function changeTeam(deps: Pick<Deps, 'db' | 'log'>, actor: Actor, teamId: string, change: TeamChange): Promise<TeamChanged> {
  const changed = await inTransaction<TeamChanged | null>(deps, async (tx) => {
    const team = await managedTeam(tx, actor, teamId);
    const { version, teamNavigation, name = team.name } = change;
    if (team.version !== version) return isAlready(team, name, teamNavigation) ? null : { stale: team };
    if (isAlready(team, name, teamNavigation)) return null;
    if (name !== team.name && (await isNameTaken(tx, team, name))) return { refused: 'name_taken' };
    await changeTeamRow(tx, teamId, { version, name, teamNavigation });
    return { done: true };
  });
  if (changed && 'done' in changed) logAccess(deps.log, 'team_changed', actor, { teamId, teamNavigation: change.teamNavigation });
  return changed ?? { done: true };
}

/** Makes a Group of the Site, without members and with Team Navigation off. */
export async function createGroup(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  siteId: string,
  name: string,
): Promise<{ teamId: string } | { refused: 'name_taken' }> {
  return inTransaction(deps, async (tx) => {
    // The lock makes two presses, or two admins, one Group.
    if (!mayAdministerSite(actor, siteId) || !(await lockSite(tx, siteId))) throw new NotFound();
    if (await isGroupName(tx, siteId, name, null)) return { refused: 'name_taken' };
    return { teamId: await createGroupRow(tx, siteId, name, deps.clock.now()) };
  });
}

/** The Team, for the page of whoever looks after it. */
export async function teamToManage(deps: Pick<Deps, 'db'>, actor: Actor, teamId: string): Promise<Team> {
  const team = await findTeam(deps.db, teamId);
  if (!team || !mayManageTeam(actor, team)) throw new NotFound();
  return team;
}

function isAlready(team: Team, name: string, teamNavigation: boolean): boolean {
  return team.name === name && team.teamNavigation === teamNavigation;
}

/** The Site is locked as for a new Group: of two who choose one name at once, one gets it. */
async function isNameTaken(tx: Tx, { teamId, siteId }: Team, name: string): Promise<boolean> {
  if (siteId === null) return false;
  await lockSite(tx, siteId);
  return isGroupName(tx, siteId, name, teamId);
}
