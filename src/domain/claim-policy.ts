import type { UserActor } from './actor.ts';
import { isNavigator } from './membership.ts';
import { mayDecideClaims } from './team-policy.ts';

/** Nobody lets themselves in: a Site admin's own request is decided by somebody else (ADR 0095). */
export function mayDecideClaimOf(user: UserActor, claimantId: string): boolean {
  return mayDecideClaims(user) && (user.isOperator || user.userId !== claimantId);
}

/** Whose settings lead to the requests: who decides them, and who has no place yet and may wait for one. */
export function hasClaimsPage(user: UserActor): boolean {
  return mayDecideClaims(user) || (!isNavigator(user) && !user.isSeeker);
}

/** How many Programs one person may ask for in a day: each asking is mail to others. */
export const CLAIMS_A_DAY = 10;
