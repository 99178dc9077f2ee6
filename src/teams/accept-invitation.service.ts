import type { UserActor } from '../domain/actor.ts';
import { invitationState, type InvitationState } from '../domain/invitation.ts';
import { dropAccountTokens } from '../accounts/account-token.store.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { linkSeekers } from '../accounts/seeker-link.store.ts';
import { createAccount, findAddressOwner, takeOverAccount } from '../accounts/sign-up.store.ts';
import { findCredentials, loadUserActor, markConfirmed } from '../accounts/user.store.ts';
import type { Tx } from '../db/client.ts';
import { isUniqueViolation } from '../db/failure.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { logAccess } from '../access-event.ts';
import { isToken } from '../secret-token.ts';
import { findInvitation, findInvitationByToken, takeInvitation, type Invitation } from './invitation.store.ts';
import { join } from './membership.store.ts';
import { becomeSiteAdmin } from './site.store.ts';

type AcceptDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

export interface OpenedInvitation {
  invitation: Invitation;
  token: string;
  state: InvitationState;
  /** The account of the invited address: to sign in to, closed, or none that anybody has confirmed. */
  account: 'open' | 'closed' | 'none';
}

/** The invitation this token is for, open or not; null for a token nobody was given, or that a newer mail replaced. */
export async function openInvitation(deps: AcceptDeps, token: string | null): Promise<OpenedInvitation | null> {
  const invitation = token !== null && isToken(token) ? await findInvitationByToken(deps.db, token) : null;
  if (!invitation || token === null) return null;
  const found = await findCredentials(deps.db, invitation.email);
  const account = found?.deactivated ? 'closed' : found?.confirmed ? 'open' : 'none';
  return { invitation, token, account, state: invitationState(invitation, deps.clock.now()) };
}

/** An invitation this person accepted and still has what it gave; null for anybody else. */
export async function acceptedInvitation(deps: AcceptDeps, user: UserActor, invitationId: string): Promise<Invitation | null> {
  const found = await findInvitation(deps.db, invitationId);
  if (!found?.acceptedAt || found.email.toLowerCase() !== user.email.toLowerCase()) return null;
  const { teamId, siteId } = found;
  const isIn = teamId === null ? user.adminOf.some((one) => one.siteId === siteId) : user.memberships.some((one) => one.teamId === teamId);
  return isIn ? found : null;
}

/** Joins with the account of the invited address; false where the invitation died meanwhile. */
export async function joinAsUser(deps: AcceptDeps, user: UserActor, { invitation, token }: OpenedInvitation): Promise<boolean> {
  if (user.email.toLowerCase() !== invitation.email.toLowerCase()) return false;
  const joined = await inTransaction(deps, async (tx) => {
    const now = deps.clock.now();
    if (!(await take(tx, invitation, token, now))) return false;
    await enter(tx, invitation, user.userId, now);
    return true;
  });
  if (joined) logAccepted(deps, user, invitation);
  return joined;
}

export interface NewPerson {
  firstName: string;
  lastName: string;
  password: string;
  /** Of the page they filled in. */
  language: string;
}

/**
 * Makes the account of the invited address and joins with it: the token came there by mail, so the address is theirs. An account
 * nobody confirmed is theirs, too, with this password (ADR 0021). Null where the invitation died, or the address has an account by now.
 */
export async function joinAsNewPerson(
  deps: AcceptDeps,
  { invitation, token }: OpenedInvitation,
  person: NewPerson,
): Promise<UserActor | null> {
  const { firstName, lastName, language, password } = person;
  const account = { firstName, lastName, language, email: invitation.email, passwordHash: await hashPassword(password) };
  try {
    const joined = await inTransaction(deps, async (tx) => {
      const now = deps.clock.now();
      const owner = await findAddressOwner(tx, invitation.email);
      if ((owner && !owner.free) || !(await take(tx, invitation, token, now))) return null;
      const { userId } = owner ?? (await createAccount(tx, account, now));
      if (owner) await takeOverAccount(tx, userId, account);
      await dropAccountTokens(tx, userId);
      await markConfirmed(tx, userId, now);
      await linkSeekers(tx, userId, invitation.email);
      await enter(tx, invitation, userId, now);
      return loadUserActor(tx, userId);
    });
    if (joined) logAccepted(deps, joined, invitation);
    return joined;
  } catch (error) {
    // Somebody signed up with the address at the same moment.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Once, and only while it is open: whoever sent it may have lost their part since the page was read. */
async function take(tx: Tx, { id }: Invitation, token: string, now: Date): Promise<boolean> {
  const found = await findInvitation(tx, id);
  return found !== null && invitationState(found, now) === 'open' && takeInvitation(tx, id, token, now);
}

async function enter(tx: Tx, { teamId, siteId, role }: Invitation, userId: string, now: Date): Promise<void> {
  if (teamId !== null) await join(tx, teamId, userId, role, now);
  else if (siteId !== null) await becomeSiteAdmin(tx, siteId, userId, now);
  await notifyAccessChanged(tx, userId);
}

function logAccepted({ log }: AcceptDeps, user: UserActor, { id, teamId, siteId, role }: Invitation): void {
  logAccess(log, 'invitation_accepted', user, { invitationId: id, teamId, siteId, role });
}
