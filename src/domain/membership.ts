import type { UserActor } from './actor.ts';

type Affiliations = Pick<UserActor, 'memberships' | 'adminOf'>;

/** The organization history shows for somebody: the one they joined first, none for someone in neither (R7). */
export function organizationOf(user: Affiliations): string | null {
  const places = [...user.memberships, ...user.adminOf];
  const first = places.reduce<(typeof places)[number] | null>((a, b) => (a && a.joinedAt <= b.joinedAt ? a : b), null);
  return first?.organization ?? null;
}

/** The Programs whose inbound referrals somebody works on (R10). */
export function claimedProgramIds(user: Affiliations): string[] {
  return user.memberships.flatMap((m) => (m.programId ? [m.programId] : []));
}

/** The Teams a referral made by this person, now, is shared with (R9). */
export function sharingTeamIds(user: Affiliations): string[] {
  return user.memberships.filter((m) => m.teamNavigation).map((m) => m.teamId);
}

/** The same Teams, by name: said before something is shared with them. */
export function sharingTeamNames(user: Affiliations): string[] {
  return user.memberships.filter((m) => m.teamNavigation).map((m) => m.teamName);
}

export function isNavigator(user: Affiliations): boolean {
  return user.memberships.length > 0 || user.adminOf.length > 0;
}
