import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { EMAIL_MAX, NAME_MAX, PASSWORD_FIELD_MAX } from '../domain/field-lengths.ts';
import { PASSWORD_MIN } from '../domain/password-rules.ts';
import type { ErrorSummary, PasswordField, TextField } from '../http/form-components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/signup': SignUpPage;
    'accounts/signup-sent': Confirmation;
  }
}

export interface SignUpPage {
  summary: ErrorSummary | null;
  firstName: TextField;
  lastName: TextField;
  email: TextField;
  password: PasswordField;
  idem: string;
}

export function signUpPage(idem: string, form: FormState = emptyForm): SignUpPage {
  const name = { type: 'text', maxlength: NAME_MAX } as const;
  const { id, name: passwordName, error } = fieldIn(form, 'password');
  return {
    summary: errorSummary(form, ['firstName', 'lastName', 'email', 'password']),
    firstName: { ...fieldIn(form, 'firstName'), ...name, label: t('First name'), autocomplete: 'given-name' },
    lastName: { ...fieldIn(form, 'lastName'), ...name, label: t('Last name'), autocomplete: 'family-name' },
    email: {
      ...fieldIn(form, 'email'),
      label: t('Email address'),
      hint: t('Use the one your referrals are sent to.'),
      type: 'email',
      maxlength: EMAIL_MAX,
      autocomplete: 'email',
    },
    password: {
      id,
      name: passwordName,
      error,
      label: t('Password'),
      optional: true,
      hint: t('At least {{min}} characters; a few words in a row work well. Without one, we email you a link each time you sign in.', {
        min: PASSWORD_MIN,
      }),
      maxlength: PASSWORD_FIELD_MAX,
      autocomplete: 'new-password',
    },
    idem,
  };
}

/** The same whether the address had an account before or not (S-05). */
export function signUpSentPage(byLink: boolean): Confirmation {
  return {
    heading: t('Check your email'),
    paragraphs: [t('We sent you an email. It comes within a few minutes.')],
    next: byLink
      ? [t('Open the link in the email within 15 minutes.'), t('Press the button there, and you are signed in.')]
      : [t('Open the link in the email and confirm your address.'), t('Then sign in.')],
    main: null,
    plain: byLink ? { href: '/login/link', label: t('Nothing came? Send it again') } : { href: '/login', label: t('Sign in') },
  };
}
