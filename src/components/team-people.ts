import { FAILURE_WORDS, isDeliveryFailure } from '../domain/delivery-failure.ts';
import { fullName } from '../domain/display-name.ts';
import { invitationState, type InvitationState } from '../domain/invitation.ts';
import type { PersonRow, RowAct } from '../http/settings-components.ts';
import type { Invitation } from '../teams/invitation.store.ts';
import type { TeamMember } from '../teams/membership.store.ts';
import { momentIn } from './dates.ts';
import { t } from '../i18n/translate.ts';

/** What a page of people stands on: where it is, and when. */
export interface PeopleFacts {
  timeZone: string;
  now: Date;
  /** Where its buttons come back to. */
  here: string;
}

/** A button that does it at once. */
export function press(label: string, href: string, hidden: RowAct['hidden'] = []): RowAct {
  return { label, href, hidden, button: true };
}

/** A page that says what will happen, and asks. */
export function ask(label: string, href: string): RowAct {
  return { label, href, hidden: [], button: false };
}

/** Somebody who is asked to join and has not answered; `place` as the page names it. */
export function invitationRow(invitation: Invitation, place: string, { timeZone, now, here }: PeopleFacts): PersonRow {
  const { id, email, sentAt, expiresAt, invitedByName, failure } = invitation;
  const state = invitationState(invitation, now);
  const until = { by: invitedByName, date: momentIn(timeZone, expiresAt).date };
  const hidden = [{ name: 'returnTo', value: here }];
  return {
    name: null,
    email,
    places: [{ label: place, href: null }],
    state: t('Invited {{date}}', { date: momentIn(timeZone, sentAt).date }),
    note: isDeliveryFailure(failure)
      ? t('The email did not arrive. {{reason}}', { reason: t(FAILURE_WORDS[failure]) })
      : waitingWords(state, until),
    off: state !== 'open' || failure !== null,
    acts: [
      press(t('Send again'), `/settings/invitations/${id}/resend`, hidden),
      press(t('Withdraw'), `/settings/invitations/${id}/withdraw`, hidden),
    ],
  };
}

function waitingWords(state: InvitationState, until: { by: string; date: string }): string {
  if (state === 'sender_left') return t('By {{by}}, who cannot invite here any more. Send it again yourself', until);
  return t(state === 'expired' ? 'By {{by}}, expired {{date}}' : 'By {{by}}, until {{date}}', until);
}

/** Somebody in a Team. */
export function memberRow(member: TeamMember, role: string, acts: RowAct[], { timeZone }: PeopleFacts): PersonRow {
  const { firstName, lastName, email, joinedAt, deactivated } = member;
  return {
    name: fullName(firstName, lastName),
    email,
    places: [{ label: role, href: null }],
    state: t(deactivated ? 'Deactivated' : 'Active'),
    note: deactivated ? null : t('Since {{date}}', { date: momentIn(timeZone, joinedAt).date }),
    off: deactivated,
    acts,
  };
}
