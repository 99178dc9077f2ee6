import { settingsNav } from '../components/settings-nav.ts';
import { ask, invitationRow, memberRow, press } from '../components/team-people.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import type { PersonRow, RowAct } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';
import type { TeamMember } from '../teams/membership.store.ts';
import type { Team } from '../teams/team.store.ts';
import type { ProgramFacts } from './program-settings.pages.ts';
import type { SurePage } from './sure.pages.ts';

/** The Claimers of a Program, and who is asked to become one. */
export function claimerRows(facts: ProgramFacts): PersonRow[] {
  const members = facts.members.map((one) => memberRow(one, roleWords(one.role), actsOn(one, facts), facts));
  return [...members, ...facts.invitations.map((one) => invitationRow(one, roleWords(one.role), facts))];
}

function roleWords(role: TeamMember['role']): string {
  return t(role === 'admin' ? 'Program Admin' : 'Claimer');
}

function actsOn({ userId, role, deactivated }: TeamMember, { here, user }: ProgramFacts): RowAct[] {
  const place = `${here}/members/${userId}`;
  const end = ask(t(userId === user.userId ? 'Leave' : 'Deactivate'), `${place}/remove`);
  if (deactivated) return [end];
  const [label, to] = role === 'admin' ? [t('Make Claimer'), 'member'] : [t('Make Program Admin'), 'admin'];
  return [press(label, `${place}/role`, [{ name: 'role', value: to }]), end];
}

/** A Program that had no Program Admin could not be looked after by anybody (R27). */
export function lastAdmin(): string {
  return t('A Program needs a Program Admin. Make somebody else Program Admin first');
}

export interface EndFacts {
  user: UserActor;
  team: Team;
  /** The Program's page in the settings. */
  here: string;
  member: TeamMember;
  /** They are the only one who can look after the Team. */
  last: boolean;
  idem: string;
}

/** Before somebody's part in a Program ends: what they lose, and what stays (R9, R10). */
export function endClaimerPage({ user, team, here, member, last, idem }: EndFacts): SurePage {
  const names = { name: fullName(member.firstName, member.lastName), program: team.organization };
  const self = user.userId === member.userId;
  const base = {
    nav: settingsNav(user, here),
    heading: self ? t('Leave {{program}}?', names) : t('Deactivate {{name}} for {{program}}?', names),
    back: { href: here, label: t('Back to {{place}}', { place: team.organization }) },
  };
  if (last) return { ...base, paragraphs: [lastWords(names, self)], what: [], button: null };
  return {
    ...base,
    paragraphs: [],
    what: self ? leaveLines() : endLines(names),
    button: { action: `${here}/members/${member.userId}/remove`, label: t(self ? 'Leave' : 'Deactivate'), idem },
  };
}

function lastWords(names: { name: string }, self: boolean): string {
  return self
    ? t('You are the only Program Admin. A Program needs a Program Admin. Make somebody else Program Admin first.')
    : t('{{name}} is the only Program Admin. A Program needs a Program Admin. Make somebody else Program Admin first.', names);
}

function leaveLines(): string[] {
  return [
    t('You stop seeing the Inbound Referrals of this Program, at once, on open pages too. Your links in emails die.'),
    t('Referrals you made stay your own; what was shared with the team stays with the team.'),
    t('History keeps what was done, with name and Program.'),
    t('You can be invited again.'),
  ];
}

function endLines(names: { name: string }): string[] {
  return [
    t('{{name}} stops seeing the Inbound Referrals of this Program, at once, on open pages too. Their links in emails die.', names),
    t('Referrals they made stay their own; what was shared with the team stays with the team.'),
    t('History keeps what was done, with name and Program.'),
    t('They can be invited again.'),
  ];
}
