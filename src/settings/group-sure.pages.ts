import { settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import { t } from '../i18n/translate.ts';
import type { TeamMember } from '../teams/membership.store.ts';
import type { Team } from '../teams/team.store.ts';
import type { SurePage } from './sure.pages.ts';

export interface RemoveFacts {
  user: UserActor;
  team: Team;
  /** The Group's page. */
  here: string;
  member: TeamMember;
  /** They are in no other Group of the Site and not its admin. */
  leavesSite: boolean;
  idem: string;
}

/** Before somebody is taken out of a Group: what they lose, and what stays (R9). */
export function removePage(facts: RemoveFacts): SurePage {
  const { user, team, here, member, idem } = facts;
  const self = user.userId === member.userId;
  const names = { name: fullName(member.firstName, member.lastName), group: team.name };
  return {
    nav: settingsNav(user, here),
    heading: self ? t('Leave {{group}}?', names) : t('Remove {{name}} from {{group}}?', names),
    paragraphs: [],
    what: self ? leaveLines(facts) : removeLines(facts, names),
    button: { action: `${here}/members/${member.userId}/remove`, label: t(self ? 'Leave' : 'Remove'), idem },
    back: { href: here, label: t('Back to {{place}}', { place: team.name }) },
  };
}

function leaveLines({ leavesSite, team }: RemoveFacts): string[] {
  return [
    t('You stop seeing what the Group shares, at once, on open pages too.'),
    t('You still see the referrals you made. The Group keeps what was shared with it.'),
    ...(leavesSite ? [t('It is your only Group: you are no Worker of {{site}} afterwards.', { site: team.organization })] : []),
  ];
}

function removeLines({ leavesSite, team }: RemoveFacts, names: { name: string }): string[] {
  return [
    t('{{name}} stops seeing what the Group shares, at once, on open pages too.', names),
    t('They still see the referrals they made. The Group keeps what was shared with it.'),
    ...(leavesSite ? [t('It is their only Group: they are no Worker of {{site}} afterwards.', { site: team.organization })] : []),
  ];
}
