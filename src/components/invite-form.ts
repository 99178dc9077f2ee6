import type { InviteForm } from '../http/settings-components.ts';
import type { Invited } from '../teams/invited.ts';
import { momentIn } from './dates.ts';
import { fieldIn, type FormState } from './fields.ts';

/** The longest an address can be. */
const EMAIL_MAX = 254;

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
    email: { ...fieldIn(form, 'email'), label: 'Email address', type: 'email', maxlength: EMAIL_MAX, autocomplete: 'off' },
    place: { id, name, error, label, options: places.map((one) => ({ ...one, chosen: one.value === place.value })) },
    again: before === null ? null : { action: `/settings/invitations/${before}/resend`, hidden: [{ name: 'returnTo', value: here }] },
  };
}

/** Why somebody was not invited, beside the address; null when they were. */
export function refusalWords(invited: Invited, { timeZone, now }: { timeZone: string; now: Date }): string | null {
  if (!('refused' in invited)) return null;
  if (invited.refused === 'member') return 'They are in already';
  if (invited.refused === 'deactivated') return 'They are in already, but their account is deactivated. Reactivate it instead';
  const { sentAt, expiresAt } = invited.invitation;
  const expired = expiresAt <= now ? ', and the invitation has expired' : '';
  return `They were already invited on ${momentIn(timeZone, sentAt).date}${expired}. You can send it again`;
}
