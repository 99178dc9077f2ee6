import { settingsNav } from '../components/settings-nav.ts';
import { ask, invitationRow, memberRow, press } from '../components/team-people.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import type { PersonRow, RowAct } from '../http/settings-components.ts';
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
  return role === 'admin' ? 'Program Admin' : 'Claimer';
}

function actsOn({ userId, role, deactivated }: TeamMember, { here, user }: ProgramFacts): RowAct[] {
  const place = `${here}/members/${userId}`;
  const end = ask(userId === user.userId ? 'Leave' : 'Deactivate', `${place}/remove`);
  if (deactivated) return [end];
  const [label, to] = role === 'admin' ? ['Make Claimer', 'member'] : ['Make Program Admin', 'admin'];
  return [press(label, `${place}/role`, [{ name: 'role', value: to }]), end];
}

/** A Program that had no Program Admin could not be looked after by anybody (R27). */
export const LAST_ADMIN = 'A Program needs a Program Admin. Make somebody else Program Admin first';

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
  const name = fullName(member.firstName, member.lastName);
  const self = user.userId === member.userId;
  const [who, they, theirs] = self ? ['You', 'you', 'your'] : [name, 'they', 'their'];
  const base = { nav: settingsNav(user, here), back: { href: here, label: `Back to ${team.organization}` } };
  const heading = self ? `Leave ${team.organization}?` : `Deactivate ${name} for ${team.organization}?`;
  if (last)
    return {
      ...base,
      heading,
      paragraphs: [`${who} ${self ? 'are' : 'is'} the only Program Admin. ${LAST_ADMIN}.`],
      what: [],
      button: null,
    };
  return {
    ...base,
    heading,
    paragraphs: [],
    what: [
      `${who} ${self ? 'stop' : 'stops'} seeing the Inbound Referrals of this Program, at once, on open pages too. ${self ? 'Your' : 'Their'} links in emails die.`,
      `Referrals ${they} made stay ${theirs} own; what was shared with the team stays with the team.`,
      'History keeps what was done, with name and Program.',
      `${self ? 'You' : 'They'} can be invited again.`,
    ],
    button: { action: `${here}/members/${member.userId}/remove`, label: self ? 'Leave' : 'Deactivate', idem },
  };
}
