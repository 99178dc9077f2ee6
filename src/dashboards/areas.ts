import type { UserActor } from '../domain/actor.ts';
import { countText } from '../domain/counting.ts';
import { claimedProgramIds, isNavigator } from '../domain/membership.ts';
import type { Area } from '../http/shell-components.ts';
import { t } from '../i18n/translate.ts';
import type { ShellFacts } from './shell.store.ts';

/** The areas of somebody, by what they are: roles are not exclusive, so nearly any combination occurs. */
export function areasOf(user: UserActor | undefined, facts: ShellFacts): Area[] {
  const find = area('/programs', t('Find programs'));
  if (!user) return [find];
  return [
    ...(isHelping(user, facts) ? [area('/people', t('People I’m Helping'))] : []),
    ...(isClaimer(user) ? [area('/inbound', t('Inbound Referrals'), facts.notUpdated > 0 ? countText(facts.notUpdated) : null)] : []),
    ...(user.isSeeker || !isNavigator(user) ? [area('/for-me', t('Referrals for Me'))] : []),
    find,
  ];
}

/** Where somebody's day begins: a Worker of a Site with their people, a Claimer with what came in, anybody else with their own. */
export function homeOf(user: UserActor, facts: ShellFacts): string {
  if (user.adminOf.length > 0 || user.memberships.some((m) => m.siteId !== null)) return '/people';
  if (isClaimer(user)) return '/inbound';
  if (facts.madeReferrals && !user.isSeeker) return '/people';
  // Who only runs the installation decides claims.
  return user.isOperator && !user.isSeeker ? '/settings/claims' : '/for-me';
}

function isHelping(user: UserActor, facts: ShellFacts): boolean {
  return isNavigator(user) || facts.madeReferrals;
}

function isClaimer(user: UserActor): boolean {
  return claimedProgramIds(user).length > 0;
}

function area(href: string, label: string, count: string | null = null): Area {
  return { href, label, count, current: false };
}
