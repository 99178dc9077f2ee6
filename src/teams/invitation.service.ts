import type { Actor, UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { invitationExpiry } from '../domain/invitation.ts';
import { mayAdministerSite, mayManageTeam } from '../domain/team-policy.ts';
import type { Tx } from '../db/client.ts';
import { isUniqueViolation } from '../db/failure.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { queueEmail } from '../mail/email.store.ts';
import { logAccess } from '../access-event.ts';
import type { Invited } from './invited.ts';
import { languageOf, standingOf, type Standing } from './invitee.store.ts';
import {
  createInvitation,
  findInvitation,
  renewInvitation,
  waitingInvitation,
  withdrawInvitation,
  type Invitation,
  type InvitationPlace,
} from './invitation.store.ts';
import type { TeamRole } from './membership.store.ts';
import { findTeam } from './team.store.ts';

type InviteDeps = Pick<Deps, 'db' | 'clock' | 'jobs' | 'log'>;

export interface TeamInvitation {
  teamId: string;
  email: string;
  /** "admin": a manager of the Group, or a Program Admin. */
  role: TeamRole;
}

/** Asks somebody by mail to join a Team (R27). */
export async function inviteToTeam(deps: InviteDeps, actor: Actor, { teamId, email, role }: TeamInvitation): Promise<Invited> {
  const team = await findTeam(deps.db, teamId);
  if (!team || !mayManageTeam(actor, team)) throw new NotFound();
  return invite(deps, actor, team, email, role);
}

/** Asks somebody by mail to become an admin of the Site (R27). */
export async function inviteToSite(deps: InviteDeps, actor: Actor, { siteId, email }: { siteId: string; email: string }): Promise<Invited> {
  if (!mayAdministerSite(actor, siteId) || actor.kind !== 'user') throw new NotFound();
  return invite(deps, actor, { siteId, teamId: null, programId: null }, email, 'admin');
}

async function invite(deps: InviteDeps, actor: UserActor, place: InvitationPlace, email: string, role: TeamRole): Promise<Invited> {
  const work = (tx: Tx): Promise<Invited> => writeInvitation(deps, tx, actor, place, email, role);
  const invited = await inTransaction(deps, work).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    // Somebody else asked them at the same moment; now they are invited.
    return inTransaction(deps, work);
  });
  const { teamId, siteId } = place;
  if ('invitationId' in invited) logAccess(deps.log, 'invitation_sent', actor, { ...invited, teamId, siteId, role });
  return invited;
}

async function writeInvitation(
  deps: InviteDeps,
  tx: Tx,
  actor: UserActor,
  place: InvitationPlace,
  email: string,
  role: TeamRole,
): Promise<Invited> {
  const standing = await standingOf(tx, place, email);
  if (standing) return standingRefusal(actor, place, standing);
  const before = await waitingInvitation(tx, place, email);
  if (before) return { refused: 'invited', invitation: before };
  const { teamId } = place;
  const to = { email, teamId, siteId: teamId === null ? place.siteId : null, role };
  const now = deps.clock.now();
  const invitationId = await createInvitation(tx, { ...to, ...senderOf(actor) }, now, invitationExpiry(now));
  await mailInvitation(deps, tx, invitationId, email, now);
  return { invitationId };
}

function senderOf(actor: UserActor): { invitedById: string; invitedByName: string } {
  return { invitedById: actor.userId, invitedByName: historyName(actor).name };
}

function standingRefusal(actor: UserActor, { siteId }: InvitationPlace, { closed, closedByOperator }: Standing): Invited {
  if (!closed) return { refused: 'member' };
  return { refused: 'deactivated', mayReactivate: !closedByOperator && siteId !== null && mayAdministerSite(actor, siteId) };
}

/** Sends it again with a new link; the old one dies (S-30). False when it was answered or withdrawn meanwhile. */
export async function resendInvitation(deps: InviteDeps, actor: UserActor, invitationId: string): Promise<boolean> {
  const sent = await inTransaction(deps, async (tx) => {
    const { email } = await managedInvitation(tx, actor, invitationId);
    const now = deps.clock.now();
    if (!(await renewInvitation(tx, invitationId, senderOf(actor), now, invitationExpiry(now)))) return false;
    await mailInvitation(deps, tx, invitationId, email, now);
    return true;
  });
  if (sent) logAccess(deps.log, 'invitation_resent', actor, { invitationId });
  return sent;
}

/** Withdraws it: its link opens nothing any more. False when it was answered or withdrawn meanwhile. */
export async function revokeInvitation(deps: InviteDeps, actor: Actor, invitationId: string): Promise<boolean> {
  const withdrawn = await inTransaction(deps, async (tx) => {
    await managedInvitation(tx, actor, invitationId);
    return withdrawInvitation(tx, invitationId, deps.clock.now());
  });
  if (withdrawn) logAccess(deps.log, 'invitation_withdrawn', actor, { invitationId });
  return withdrawn;
}

/** The invitation for whoever looks after its place; for anybody else there is none (R13). */
export async function managedInvitation(tx: Deps['db'] | Tx, actor: Actor, invitationId: string): Promise<Invitation> {
  const found = await findInvitation(tx, invitationId);
  if (!found) throw new NotFound();
  const { teamId, siteId } = found;
  const may = teamId === null ? siteId !== null && mayAdministerSite(actor, siteId) : mayManageTeam(actor, { ...found, teamId });
  if (!may) throw new NotFound();
  return found;
}

/** The mail is written when it is sent, and its link with it. */
async function mailInvitation(deps: InviteDeps, tx: Tx, subjectId: string, email: string, now: Date): Promise<void> {
  const dedupeKey = `invitation:${subjectId}:${String(now.getTime())}`;
  const language = await languageOf(tx, email);
  const id = await queueEmail(tx, { kind: 'invitation', dedupeKey, toAddress: email, language, subjectId });
  await deps.jobs.deliverEmails(tx, [id]);
}
