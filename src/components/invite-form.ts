import { EMAIL_MAX } from '../domain/field-lengths.ts';
import type { InviteForm } from '../http/settings-components.ts';
import type { Invited } from '../teams/invited.ts';
import { momentIn } from './dates.ts';
import { fieldIn, type FormState } from './fields.ts';
import { t } from '../i18n/translate.ts';

export interface InviteWishes {
  action: string;
  idem: string;
  /** What the second field asks, and its choices. */
  label: string;
  places: readonly { value: string; label: string }[];
  /** Where sending again comes back to. */
  here: string;
  /** The invitation that was there before, after a refusal. */
  before: string | null;
}

export function inviteForm(form: FormState, { action, idem, label, places, here, before }: InviteWishes): InviteForm {
  const place = fieldIn(form, 'place');
  const { id, name, error } = place;
  return {
    action,
    idem,
    email: { ...fieldIn(form, 'email'), label: t('Email address'), type: 'email', maxlength: EMAIL_MAX, autocomplete: 'off' },
    place: { id, name, error, label, options: places.map((one) => ({ ...one, chosen: one.value === place.value })) },
    again: before === null ? null : { action: `/settings/invitations/${before}/resend`, hidden: [{ name: 'returnTo', value: here }] },
  };
}

interface Now {
  timeZone: string;
  now: Date;
}

/** Why somebody was not invited, beside the address; null when they were. */
export function refusalWords(invited: Invited, { timeZone, now }: Now): string | null {
  if (!('refused' in invited)) return null;
  if (invited.refused === 'member') return t('They are in already');
  if (invited.refused === 'deactivated') return closedWords(invited.mayReactivate);
  const { sentAt, expiresAt, senderMayInvite } = invited.invitation;
  const date = { date: momentIn(timeZone, sentAt).date };
  if (!senderMayInvite)
    return t('They were already invited on {{date}}, by somebody who cannot invite here any more. You can send it again', date);
  return expiresAt <= now
    ? t('They were already invited on {{date}}, and the invitation has expired. You can send it again', date)
    : t('They were already invited on {{date}}. You can send it again', date);
}

/** A Site's admin reactivates its Workers; a Program Admin and a Group's manager have to ask (R27). */
function closedWords(mayReactivate: boolean): string {
  return mayReactivate
    ? t('They are in already, but their account is deactivated. Reactivate it instead')
    : t('They are in already, but their account is deactivated. Ask their Site, or whoever runs Throughline here, to reactivate it');
}
