import type { UserActor } from './actor.ts';

/** Who decides whether somebody works at a Program: the admins of Sites, and who runs this installation (R27). */
export function mayDecideClaims(user: UserActor): boolean {
  return user.isOperator || user.adminOf.length > 0;
}

/** Nobody lets themselves in: a Site admin's own request is decided by somebody else (ADR 0095). */
export function mayDecideClaimOf(user: UserActor, claimantId: string): boolean {
  return mayDecideClaims(user) && (user.isOperator || user.userId !== claimantId);
}

/** How many Programs one person may ask for in a day: each asking is mail to others. */
export const CLAIMS_A_DAY = 10;
