import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { MY_ACCOUNT, settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { EMAIL_MAX } from '../domain/field-lengths.ts';
import type { ErrorSummary, PasswordField, TextField } from '../http/form-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';
import type { AccountToken } from './account-token.store.ts';
import { presentPassword } from './change-password.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/address': ChangeAddressPage;
    'accounts/address-confirm': ConfirmAddressPage;
  }
}

/** How the page makes sure that it is the owner who asks (S-08). */
export type Proof = 'password' | 'recent_link' | 'sign_in_again';

export interface ChangeAddressPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  present: string;
  /** An address that was asked for and is not confirmed yet. */
  pending: string | null;
  /** Null where one has to sign in again first. */
  email: TextField | null;
  current: PasswordField | null;
  idem: string;
}

export interface AddressFacts {
  user: UserActor;
  pending: string | null;
  proof: Proof;
  idem: string;
}

export function changeAddressPage({ user, pending, proof, idem }: AddressFacts, form: FormState = emptyForm): ChangeAddressPage {
  const email = { label: t('New email address'), type: 'email', maxlength: EMAIL_MAX, autocomplete: 'email' } as const;
  return {
    nav: settingsNav(user, MY_ACCOUNT),
    summary: errorSummary(form, ['email', 'current']),
    present: user.email,
    pending,
    email: proof === 'sign_in_again' ? null : { ...fieldIn(form, 'email'), ...email },
    current: proof === 'password' ? presentPassword(form, 'current') : null,
    idem,
  };
}

export interface ConfirmAddressPage {
  summary: ErrorSummary | null;
  from: string;
  /** Null when the link is for another account than the one signed in. */
  to: string | null;
  link: string;
}

export function confirmAddressPage(user: UserActor, token: AccountToken, form: FormState = emptyForm): ConfirmAddressPage {
  const to = token.userId === user.userId ? token.newEmail : null;
  return { summary: errorSummary(form, []), from: user.email, to, link: token.id };
}
