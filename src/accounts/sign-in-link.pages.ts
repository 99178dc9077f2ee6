import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { EMAIL_MAX } from '../domain/field-lengths.ts';
import type { ErrorSummary, TextField } from '../http/form-components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { AccountToken } from './account-token.store.ts';
import type { AskByAddressPage } from './password-reset.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/link': AskByAddressPage;
    'accounts/link-sent': Confirmation;
    'accounts/sign-in': SignInByLinkPage;
  }
}

/** The same whether there is an account or not (S-05). */
export function linkSentPage(): Confirmation {
  return {
    heading: t('Check your email'),
    paragraphs: [t('If there is an account with that address, an email with a link is on its way to it. It comes within a few minutes.')],
    next: [t('Open the link within 15 minutes, best on this device.'), t('Press the button there, and you are signed in.')],
    main: { href: '/login/link', label: t('Nothing came? Send it again') },
    plain: { href: '/signup', label: t('No account yet? Create one') },
  };
}

export interface SignInByLinkPage {
  summary: ErrorSummary | null;
  /** Who is about to be signed in; null where that is asked. */
  email: string | null;
  /** Asked for in any browser but the one the link was asked for in. */
  ask: TextField | null;
  link: string;
}

export function signInByLinkPage(link: AccountToken, askedHere: boolean, form: FormState = emptyForm): SignInByLinkPage {
  const ask = {
    ...fieldIn(form, 'email'),
    label: t('Email address'),
    hint: t('The one this link was sent to.'),
    type: 'email',
    maxlength: EMAIL_MAX,
    autocomplete: 'username',
  } as const;
  return { summary: errorSummary(form, ['email']), email: askedHere ? link.email : null, ask: askedHere ? null : ask, link: link.id };
}
