import type { Actor, UserActor } from './actor.ts';

/** What decides who looks after a Team: a Group of a Site, or the Claimers of a Program. */
export interface TeamPlace {
  teamId: string;
  siteId: string | null;
  programId: string | null;
}

/** Site admins look after their Site: its Workers and all its Groups (R27). */
export function mayAdministerSite(actor: Actor, siteId: string): boolean {
  return actor.kind === 'user' && actor.adminOf.some((one) => one.siteId === siteId);
}

/** The managers of a Group, the Program Admins of a Program's Team, and for a Group its Site's admins, too (R27). */
export function mayManageTeam(actor: Actor, team: TeamPlace): actor is UserActor {
  if (actor.kind !== 'user') return false;
  const leads = actor.memberships.some((one) => one.teamId === team.teamId && one.role === 'admin');
  return leads || (team.siteId !== null && mayAdministerSite(actor, team.siteId));
}

/** Who decides whether somebody works at a Program: the admins of Sites, and who runs this installation (R27). */
export function mayDecideClaims(user: Pick<UserActor, 'isOperator' | 'adminOf'>): boolean {
  return user.isOperator || user.adminOf.length > 0;
}
