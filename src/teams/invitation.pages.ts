import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { NAME_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { PASSWORD_MIN } from '../domain/password-rules.ts';
import type { ErrorSummary, PasswordField, TextField } from '../http/form-components.ts';
import { placeOf, whatLines } from './invitation-words.pages.ts';
import type { Invitation } from './invitation.store.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'teams/invitation': InvitationPage;
  }
}

/** Who invites where, and one way to go on: whichever fits who is asking. */
export interface InvitationPage {
  summary: ErrorSummary | null;
  place: string;
  by: string;
  email: string;
  /** What joining means. */
  what: string[];
  /** Signed in with the invited address. */
  join: { action: string; idem: string } | null;
  /** The address has an account. */
  signInHref: string | null;
  /** It has none. */
  signUp: { action: string; idem: string; firstName: TextField; lastName: TextField; password: PasswordField } | null;
  /** Signed in with another address. */
  other: string | null;
  /** The account of the address is deactivated. */
  closed: boolean;
}

export interface InvitationFacts {
  invitation: Invitation;
  account: 'open' | 'closed' | 'none';
  /** The address somebody is signed in with. */
  signedInAs: string | null;
  idem: string;
}

export function invitationPage({ invitation, account, signedInAs, idem }: InvitationFacts, form: FormState = emptyForm): InvitationPage {
  const { id, email, invitedByName } = invitation;
  const action = `/invitations/${id}`;
  const isTheirs = signedInAs?.toLowerCase() === email.toLowerCase();
  const anonymous = signedInAs === null;
  return {
    summary: errorSummary(form, ['firstName', 'lastName', 'password']),
    place: placeOf(invitation),
    by: invitedByName,
    email,
    what: whatLines(invitation),
    join: isTheirs ? { action, idem } : null,
    signInHref: anonymous && account === 'open' ? `/login?returnTo=${encodeURIComponent(action)}` : null,
    signUp: anonymous && account === 'none' ? { action, idem, ...personFields(form) } : null,
    other: isTheirs ? null : signedInAs,
    closed: anonymous && account === 'closed',
  };
}

function personFields(form: FormState): Pick<NonNullable<InvitationPage['signUp']>, 'firstName' | 'lastName' | 'password'> {
  const name = { type: 'text', maxlength: NAME_MAX } as const;
  // A password is never put back into a page.
  const { id, name: passwordName, error } = fieldIn(form, 'password');
  return {
    firstName: { ...fieldIn(form, 'firstName'), ...name, label: t('First name'), autocomplete: 'given-name' },
    lastName: { ...fieldIn(form, 'lastName'), ...name, label: t('Last name'), autocomplete: 'family-name' },
    password: {
      ...{ id, name: passwordName, error, label: t('Password'), maxlength: PASSWORD_FIELD_MAX, autocomplete: 'new-password' },
      hint: t('At least {{min}} characters. A few words in a row work well.', { min: PASSWORD_MIN }),
    },
  };
}
