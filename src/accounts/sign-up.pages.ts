import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { PASSWORD_MIN } from '../domain/password-rules.ts';
import type { ErrorSummary, PasswordField, TextField } from '../http/form-components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { EMAIL_MAX, PASSWORD_FIELD_MAX } from './sign-in.forms.ts';
import { NAME_MAX } from './sign-up.forms.ts';

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
    firstName: { ...fieldIn(form, 'firstName'), ...name, label: 'First name', autocomplete: 'given-name' },
    lastName: { ...fieldIn(form, 'lastName'), ...name, label: 'Last name', autocomplete: 'family-name' },
    email: {
      ...fieldIn(form, 'email'),
      label: 'Email address',
      hint: 'Use the one your referrals are sent to.',
      type: 'email',
      maxlength: EMAIL_MAX,
      autocomplete: 'email',
    },
    password: {
      id,
      name: passwordName,
      error,
      label: 'Password',
      optional: true,
      hint: `At least ${String(PASSWORD_MIN)} characters; a few words in a row work well. Without one, we email you a link each time you sign in.`,
      maxlength: PASSWORD_FIELD_MAX,
      autocomplete: 'new-password',
    },
    idem,
  };
}

/** The same whether the address had an account before or not (S-05). */
export function signUpSentPage(byLink: boolean): Confirmation {
  return {
    heading: 'Check your email',
    paragraphs: ['We sent you an email. It comes within a few minutes.'],
    next: byLink
      ? ['Open the link in the email within 15 minutes.', 'Press the button there, and you are signed in.']
      : ['Open the link in the email and confirm your address.', 'Then sign in.'],
    main: null,
    plain: byLink ? { href: '/login/link', label: 'Nothing came? Send it again' } : { href: '/login', label: 'Sign in' },
  };
}
