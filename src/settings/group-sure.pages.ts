import { settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
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
export function removePage({ user, team, here, member, leavesSite, idem }: RemoveFacts): SurePage {
  const name = fullName(member.firstName, member.lastName);
  const self = user.userId === member.userId;
  return {
    nav: settingsNav(user, here),
    heading: self ? `Leave ${team.name}?` : `Remove ${name} from ${team.name}?`,
    paragraphs: [],
    what: [
      `${self ? 'You stop' : `${name} stops`} seeing what the Group shares, at once, on open pages too.`,
      `${self ? 'You' : 'They'} still see the referrals ${self ? 'you' : 'they'} made. The Group keeps what was shared with it.`,
      ...(leavesSite
        ? [`It is ${self ? 'your' : 'their'} only Group: ${self ? 'you are' : 'they are'} no Worker of ${team.organization} afterwards.`]
        : []),
    ],
    button: { action: `${here}/members/${member.userId}/remove`, label: self ? 'Leave' : 'Remove', idem },
    back: { href: here, label: `Back to ${team.name}` },
  };
}
