import type { InvitationState } from '../domain/invitation.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
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
  if (teamId === null) return [t('You look after its Workers and its Groups: who is invited, who leaves, what is shared.')];
  return [
    ...(programId === null ? groupLines(teamNavigation) : programLines(teamNavigation)),
    ...(role === 'admin' ? [t('You look after its members and settings, too.')] : []),
  ];
}

function groupLines(teamNavigation: boolean): string[] {
  return [
    t('You see the referrals this Group shares already, and can add notes to them and update them.'),
    teamNavigation ? t('Referrals you make are shared with the Group.') : alone(),
  ];
}

function programLines(teamNavigation: boolean): string[] {
  return [
    t('You see the referrals sent to this Program, and answer them.'),
    t('You see the referrals this Program shares already, and can add notes to them and update them.'),
    teamNavigation ? t('Referrals you make are shared with the Program.') : alone(),
  ];
}

function alone(): string {
  return t('Referrals you make are seen by you alone: Team Navigation is off at present.');
}

export function joinedPage(invitation: Invitation): Confirmation {
  const { teamId, siteId, programId } = invitation;
  const settings = teamId === null ? { href: `/settings/site/${siteId ?? ''}`, label: t('Look after the Site') } : null;
  const inbound = programId === null ? null : { href: `/inbound/${programId}`, label: t('Open Inbound Referrals') };
  const people = { href: '/people', label: t('Open People I’m Helping') };
  return {
    heading: t('You have joined {{place}}', { place: placeOf(invitation) }),
    paragraphs: [
      teamId === null
        ? t('You are a Site admin now. You find the Site under Settings.')
        : t('You see everything it shares from now on, earlier referrals included.'),
    ],
    next: [],
    main: { href: '/start', label: t('See your first steps') },
    plain: settings ?? inbound ?? people,
  };
}

/** The same for an address without its cookie, whether there is such an invitation or not. */
export function openTheMail(): Confirmation {
  return dead(t('Open the link in your email again'), [
    t('For your safety this page closes after an hour. The link in your email opens it again.'),
  ]);
}

export function unknownInvitation(): Confirmation {
  return dead(t('This invitation does not work'), [
    t(
      'The link may have been cut off, or a newer email came after it. Open the newest one and press the button, or copy the whole address.',
    ),
    askAgain(),
  ]);
}

export function tooManyTries(): Confirmation {
  return dead(t('Too many links were tried'), [t('Wait an hour, then open the link in your email again.')]);
}

/** An invitation that does nothing any more says so, and what to do. */
export function deadInvitation(state: Exclude<InvitationState, 'open'>): Confirmation {
  if (state === 'expired') return dead(t('This invitation has expired'), [t('It worked for 14 days.'), askAgain()]);
  if (state === 'accepted')
    return dead(t('You have joined already'), [t('This invitation was used. Sign in with your email address and password.')]);
  if (state === 'sender_left')
    return dead(t('This invitation does not work any more'), [
      t('Whoever invited you cannot invite people there any more. Ask somebody else there to send it again.'),
    ]);
  return dead(t('This invitation was withdrawn'), [t('Whoever invited you withdrew it. If you think that is a mistake, ask them.')]);
}

function askAgain(): string {
  return t('Ask whoever invited you to send the invitation again. It takes them one press.');
}

function dead(heading: string, paragraphs: string[]): Confirmation {
  return { heading, paragraphs, next: [], main: null, plain: { href: '/login', label: t('Sign in') } };
}
