import type { TeamMembership, UserActor } from '../domain/actor.ts';
import { hasClaimsPage } from '../domain/claim-policy.ts';
import { mayAdministerSite } from '../domain/team-policy.ts';
import type { NavLink } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';

export const MY_ACCOUNT = '/settings/account';

/** The parts of the settings somebody has, by what they look after (R27). `current` is the address of the part one is in. */
export function settingsNav(user: UserActor, current: string): NavLink[] {
  const link = (href: string, label: string): NavLink => ({ href, label, current: href === current });
  const led = user.memberships.filter((one) => one.role === 'admin');
  return [
    link(MY_ACCOUNT, t('My account')),
    ...user.adminOf.map((site) => link(`/settings/site/${site.siteId}`, site.organization)),
    ...led.filter((one) => managesOnly(user, one)).map((one) => link(`/settings/groups/${one.teamId}`, one.teamName)),
    ...led.flatMap((one) =>
      one.programId ? [link(`/settings/programs/${one.programId}`, t('Team: {{program}}', { program: one.organization }))] : [],
    ),
    ...(hasClaimsPage(user) ? [link('/settings/claims', t('Claims'))] : []),
  ];
}

/** Where "Settings" leads; null for somebody who has nothing but their account. */
export function settingsHref(user: UserActor): string | null {
  return settingsNav(user, '').find((one) => one.href !== MY_ACCOUNT)?.href ?? null;
}

/** A Site's admin finds its Groups on the Site's page. */
function managesOnly(user: UserActor, { siteId }: TeamMembership): boolean {
  return siteId !== null && !mayAdministerSite(user, siteId);
}
