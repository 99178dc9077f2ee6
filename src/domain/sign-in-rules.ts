import type { UserActor } from './actor.ts';
import { isNavigator } from './membership.ts';

/**
 * Who may sign in by a link in a mail alone: who looks after nobody but themselves. A Worker, a Claimer, an admin and an operator
 * see other people's referrals, and a mailbox is often read by several: they have a password (ADR 0116).
 */
export function maySignInByLink(user: Pick<UserActor, 'memberships' | 'adminOf' | 'isOperator'>): boolean {
  return !isNavigator(user) && !user.isOperator;
}
