import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { EMAIL_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { PASSWORD_MIN } from '../domain/password-rules.ts';
import type { ErrorSummary, PasswordField, TextField } from '../http/form-components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { AccountToken } from './account-token.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/forgot': AskByAddressPage;
    'accounts/password-sent': Confirmation;
    'accounts/reset': ResetPage;
  }
}

/** A form with an address, to which something is sent. */
export interface AskByAddressPage {
  summary: ErrorSummary | null;
  email: TextField;
  idem: string;
}

export function askByAddressPage(idem: string, form: FormState = emptyForm): AskByAddressPage {
  const email = { label: t('Email address'), type: 'email', maxlength: EMAIL_MAX, autocomplete: 'username' } as const;
  return { summary: errorSummary(form, ['email']), email: { ...fieldIn(form, 'email'), ...email }, idem };
}

/** The same whether there is an account or not (S-05). */
export function passwordSentPage(): Confirmation {
  return {
    heading: t('Check your email'),
    paragraphs: [t('If there is an account with that address, an email with a link is on its way to it. It comes within a few minutes.')],
    next: [t('Open the link within 30 minutes.'), t('Choose a new password.'), t('Then sign in with it.')],
    main: null,
    plain: { href: '/password/forgot', label: t('Nothing came? Send it again') },
  };
}

export interface ResetPage {
  summary: ErrorSummary | null;
  /** Whose password it is. */
  email: string;
  password: PasswordField;
  link: string;
}

export function resetPage(token: AccountToken, form: FormState = emptyForm): ResetPage {
  return { summary: errorSummary(form, ['password']), email: token.email, password: newPasswordField(form), link: token.id };
}

/** A password is never put back into a page. */
export function newPasswordField(form: FormState, label = t('New password')): PasswordField {
  const { id, name, error } = fieldIn(form, 'password');
  const hint = t('At least {{min}} characters. A few words in a row work well.', { min: PASSWORD_MIN });
  return { id, name, error, label, hint, maxlength: PASSWORD_FIELD_MAX, autocomplete: 'new-password' };
}
