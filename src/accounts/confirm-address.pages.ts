import { emptyForm, errorSummary, type FormState } from '../components/fields.ts';
import type { ErrorSummary, PasswordField } from '../http/form-components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { ConfirmLink } from './confirm-link.ts';
import { currentPassword } from './sign-in.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/confirm': ConfirmPage;
    'accounts/confirm-dead': Confirmation;
  }
}

export interface ConfirmPage {
  summary: ErrorSummary | null;
  email: string;
  action: string;
  /** Asked for in any browser but the one somebody signed up in. */
  password: PasswordField | null;
}

export function confirmPage(token: string, link: ConfirmLink, form: FormState = emptyForm): ConfirmPage {
  const asks = link.state === 'password_needed';
  return {
    summary: errorSummary(form, ['password']),
    email: link.token?.email ?? '',
    action: `/confirm/${token}`,
    password: asks ? { ...currentPassword(form), hint: t('The one you chose when you created the account.') } : null,
  };
}

/** A link that does nothing any more says so, and what to do (R30). */
export function deadConfirmPage(state: ConfirmLink['state']): Confirmation {
  const old = state === 'expired';
  return {
    heading: old ? t('This link is too old') : t('This link does not work'),
    paragraphs: [
      old
        ? t('It worked for 7 days. Sign in with the email address and password you chose, and we send you a new one.')
        : t('Check that you opened the newest email, and that its address is complete.'),
    ],
    next: [],
    main: { href: '/login', label: t('Sign in') },
    plain: { href: '/signup', label: t('Create an account') },
  };
}
