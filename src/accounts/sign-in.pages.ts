import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { EMAIL_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { t } from '../i18n/translate.ts';
import type { Notice } from '../http/components.ts';
import type { ErrorSummary, PasswordField, TextField } from '../http/form-components.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/login': LoginPage;
  }
}

export interface LoginPage {
  summary: ErrorSummary | null;
  email: TextField;
  password: PasswordField;
  /** Where to go afterwards. */
  returnTo: string | null;
  /** To make an account, and come back to the same place. */
  signUp: string;
}

export function loginPage(returnTo: string | null, form: FormState = emptyForm): LoginPage {
  return {
    summary: errorSummary(form, ['email', 'password']),
    email: { ...fieldIn(form, 'email'), label: t('Email address'), type: 'email', maxlength: EMAIL_MAX, autocomplete: 'username' },
    password: currentPassword(form),
    returnTo,
    signUp: returnTo === null ? '/signup' : `/signup?returnTo=${encodeURIComponent(returnTo)}`,
  };
}

/** A password is never put back into a page. */
export function currentPassword(form: FormState): PasswordField {
  const { id, name, error } = fieldIn(form, 'password');
  return { id, name, error, label: t('Password'), maxlength: PASSWORD_FIELD_MAX, autocomplete: 'current-password' };
}

/** Why somebody could not sign in. The first says the same for an unknown address and a wrong password (S-05). */
export const SIGN_IN_REFUSED = {
  wrong: () => t('That email address and password do not belong together. Check both and try again.'),
  unconfirmed: () =>
    t('Your email address is not confirmed yet. Open the link in the email we sent you. If it is old, a new one is on its way.'),
} as const;

/** "Wait 12 minutes, then try again." */
export function waitWords(seconds: number): string {
  return t('Too many tries. Wait {{count, number}} minutes, then try again.', { count: Math.ceil(seconds / 60) });
}

export function tooBusy(): string {
  return t('Many people are signing in right now. Try again in a few seconds.');
}

/** What has just happened, when signing in is the next step. */
export function loginNotice(after: unknown): Notice | null {
  if (after === 'sign-out') return { kind: 'done', text: t('You are signed out.'), link: null };
  if (after === 'confirm') return { kind: 'done', text: t('Your email address is confirmed. You can sign in now.'), link: null };
  if (after === 'reset') return { kind: 'done', text: t('Your new password is saved. Sign in with it.'), link: null };
  if (after === 'unsent')
    return {
      kind: 'info',
      text: t('You were signed out, so nothing was saved. Sign in: you come back to the page, and can write it again there.'),
      link: null,
    };
  return null;
}
