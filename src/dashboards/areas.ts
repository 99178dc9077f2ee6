import type { UserActor } from '../domain/actor.ts';
import { countText } from '../domain/counting.ts';
import { claimedProgramIds, isNavigator } from '../domain/membership.ts';
import type { Area } from '../http/components.ts';
import type { ShellFacts } from './shell.store.ts';

const FIND: Area = { href: '/programs', label: 'Find programs', count: null, current: false };

/** The areas of somebody, by what they are: roles are not exclusive, so nearly any combination occurs. */
export function areasOf(user: UserActor | undefined, facts: ShellFacts): Area[] {
  if (!user) return [FIND];
  const area = (href: string, label: string, count: string | null = null): Area => ({ href, label, count, current: false });
  return [
    ...(isHelping(user, facts) ? [area('/people', 'People I’m Helping')] : []),
    ...(isClaimer(user) ? [area('/inbound', 'Inbound Referrals', facts.notUpdated > 0 ? countText(facts.notUpdated) : null)] : []),
    ...(user.isSeeker || !isNavigator(user) ? [area('/for-me', 'Referrals for Me')] : []),
    FIND,
  ];
}

/** Where somebody's day begins: a Worker of a Site with their people, a Claimer with what came in, anybody else with their own. */
export function homeOf(user: UserActor, facts: ShellFacts): string {
  if (user.adminOf.length > 0 || user.memberships.some((m) => m.siteId !== null)) return '/people';
  if (isClaimer(user)) return '/inbound';
  return facts.madeReferrals && !user.isSeeker ? '/people' : '/for-me';
}

function isHelping(user: UserActor, facts: ShellFacts): boolean {
  return isNavigator(user) || facts.madeReferrals;
}

function isClaimer(user: UserActor): boolean {
  return claimedProgramIds(user).length > 0;
}
