/** Who does something. Every service takes one; nothing reads a "current user" from anywhere else. */
export type Actor = UserActor | LinkActor | AnonymousActor;

export interface UserActor {
  kind: 'user';
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  /** Only a verified address makes somebody the Seeker of referrals sent to it (R12). */
  emailVerified: boolean;
  /** Somebody referred them, or they referred themselves: they have Referrals for Me (R12). */
  isSeeker: boolean;
  /** Runs this installation (R27). */
  isOperator: boolean;
  language: string;
  /** Null for the installation's. */
  timeZone: string | null;
  memberships: readonly TeamMembership[];
  adminOf: readonly SiteAdministration[];
}

/** A place in a Group of a Site, or among the Claimers of a Program. */
export interface TeamMembership {
  teamId: string;
  teamName: string;
  programId: string | null;
  siteId: string | null;
  /** The Site's name for a Group, the Program's for its Claimers (R7). */
  organization: string;
  role: 'member' | 'admin';
  teamNavigation: boolean;
  joinedAt: Date;
}

export interface SiteAdministration {
  siteId: string;
  organization: string;
  joinedAt: Date;
}

/** The holder of a Status link: a capability for one referral, not a login (R26, S-34). */
export interface LinkActor {
  kind: 'link';
  linkId: string;
  publicId: string;
  referralId: string;
  recipient: 'seeker' | 'claimer';
  /** The address the link was sent to. */
  email: string;
  firstName: string;
  lastName: string;
  /** The Claimer's account; null for a Seeker's link. */
  userId: string | null;
  /** As R7 has it, at the moment of the request. */
  organization: string | null;
}

export interface AnonymousActor {
  kind: 'anonymous';
}

export const anonymous: AnonymousActor = { kind: 'anonymous' };

export function isUser(actor: Actor): actor is UserActor {
  return actor.kind === 'user';
}

/** The account behind an actor, if there is one. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === 'user' || actor.kind === 'link' ? actor.userId : null;
}
