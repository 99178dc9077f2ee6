import type { InvitationState } from '../domain/invitation.ts';
import type { Confirmation } from '../http/list-components.ts';
import type { Invitation } from './invitation.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'teams/joined': Confirmation;
    'teams/invitation-dead': Confirmation;
  }
}

/** "Family Navigation, Riverside Clinic". */
export function placeOf({ groupName, organization }: Invitation): string {
  return groupName === null ? organization : `${groupName}, ${organization}`;
}

/** What joining means, before anybody does. */
export function whatLines({ teamId, programId, teamNavigation, role }: Invitation): string[] {
  if (teamId === null) return ['You look after its Workers and its Groups: who is invited, who leaves, what is shared.'];
  const kind = programId === null ? 'Group' : 'Program';
  return [
    ...(programId === null ? [] : ['You see the referrals sent to this Program, and answer them.']),
    `You see the referrals this ${kind} shares already, and can add notes to them and update them.`,
    teamNavigation
      ? `Referrals you make are shared with the ${kind}.`
      : 'Referrals you make are seen by you alone: Team Navigation is off at present.',
    ...(role === 'admin' ? [`You look after its members and settings, too.`] : []),
  ];
}

export function joinedPage(invitation: Invitation): Confirmation {
  const { teamId, siteId, programId } = invitation;
  const settings = teamId === null ? { href: `/settings/site/${siteId ?? ''}`, label: 'Look after the Site' } : null;
  const inbound = programId === null ? null : { href: `/inbound/${programId}`, label: 'Open Inbound Referrals' };
  return {
    heading: `You have joined ${placeOf(invitation)}`,
    paragraphs: [
      teamId === null
        ? 'You are a Site admin now. You find the Site under Settings.'
        : 'You see everything it shares from now on, earlier referrals included.',
    ],
    next: [],
    main: settings ?? inbound ?? { href: '/people', label: 'Open People I’m Helping' },
    plain: inbound ? { href: '/people', label: 'Open People I’m Helping' } : null,
  };
}

const ASK_AGAIN = 'Ask whoever invited you to send the invitation again. It takes them one press.';

/** The same for an address without its cookie, whether there is such an invitation or not. */
export const OPEN_THE_MAIL: Confirmation = dead('Open the link in your email again', [
  'For your safety this page closes after an hour. The link in your email opens it again.',
]);

export const UNKNOWN_INVITATION: Confirmation = dead('This invitation does not work', [
  'The link may have been cut off, or a newer email came after it. Open the newest one and press the button, or copy the whole address.',
  ASK_AGAIN,
]);

export const TOO_MANY_TRIES: Confirmation = dead('Too many links were tried', ['Wait an hour, then open the link in your email again.']);

const DEAD: Record<Exclude<InvitationState, 'open'>, Confirmation> = {
  expired: dead('This invitation has expired', ['It worked for 14 days.', ASK_AGAIN]),
  revoked: dead('This invitation was withdrawn', ['Whoever invited you has taken it back. If you think that is a mistake, ask them.']),
  accepted: dead('You have joined already', ['This invitation was used. Sign in with your email address and password.']),
};

/** An invitation that does nothing any more says so, and what to do. */
export function deadInvitation(state: Exclude<InvitationState, 'open'>): Confirmation {
  return DEAD[state];
}

function dead(heading: string, paragraphs: string[]): Confirmation {
  return { heading, paragraphs, next: [], main: null, plain: { href: '/login', label: 'Sign in' } };
}
