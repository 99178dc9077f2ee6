import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { MY_ACCOUNT, settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import type { ErrorSummary, PasswordField } from '../http/form-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';
import { newPasswordField } from './password-reset.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/password': ChangePasswordPage;
  }
}

export interface ChangePasswordPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  /** Whose password it is, for the browser's own list of passwords. */
  email: string;
  /** Null for somebody without a password: they choose one by a link. */
  fields: { current: PasswordField; password: PasswordField } | null;
  idem: string;
}

export function changePasswordPage(user: UserActor, has: boolean, idem: string, form: FormState = emptyForm): ChangePasswordPage {
  return {
    nav: settingsNav(user, MY_ACCOUNT),
    summary: errorSummary(form, ['current', 'password']),
    email: user.email,
    fields: has ? { current: presentPassword(form, 'current'), password: newPasswordField(form) } : null,
    idem,
  };
}

/** Asked for again before something that matters; never put back into a page. */
export function presentPassword(form: FormState, field: string): PasswordField {
  const { id, name, error } = fieldIn(form, field);
  return { id, name, error, label: t('Your present password'), maxlength: PASSWORD_FIELD_MAX, autocomplete: 'current-password' };
}
