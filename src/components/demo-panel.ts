import type { UserActor } from '../domain/actor.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_PROGRAM, type DemoEmail } from '../domain/demo.ts';
import { fullName } from '../domain/display-name.ts';
import { t } from '../i18n/translate.ts';

/** What a demo says of itself: who one can be, and what to try. Its buttons fill in the sign-in form, and nothing more. */
export interface DemoPanel {
  /** "You are Dana Whitfield: Navigator." Null: nobody is signed in. */
  you: string | null;
  open: boolean;
  password: string;
  walk: DemoStep[];
  others: DemoAccount[];
}

interface DemoAccount {
  email: string;
  label: string;
  /** The one who is signed in. */
  current: boolean;
}

interface DemoStep extends DemoAccount {
  text: string;
}

export function demoPanel(user: UserActor | undefined, open: boolean): DemoPanel {
  const account = (email: DemoEmail): DemoAccount => ({ email, label: who(email), current: user?.email === email });
  const walk: DemoStep[] = [
    {
      ...account('navigator@demo.test'),
      text: t('Open Ana Ruiz under People I’m Helping, start a referral, and send it to {{program}}.', { program: DEMO_PROGRAM }),
    },
    { ...account('claimer@demo.test'), text: t('Find the referral among those that came in, and answer it: set its status.') },
    { ...account('seeker@demo.test'), text: t('See the answer on your phone, and say what happened.') },
  ];
  const walked = walk.map(({ email }) => email);
  return {
    you: user ? t('You are {{name}}: {{who}}.', { name: fullName(user.firstName, user.lastName), who: whoIs(user) }) : null,
    open,
    password: DEMO_PASSWORD,
    walk,
    others: DEMO_ACCOUNTS.map(([email]) => email)
      .filter((email) => !walked.includes(email))
      .map(account),
  };
}

function whoIs(user: UserActor): string {
  const found = DEMO_ACCOUNTS.find(([email]) => email === user.email);
  return found ? who(found[0]) : t('a new account');
}

function who(email: DemoEmail): string {
  switch (email) {
    case 'navigator@demo.test':
      return t('Navigator');
    case 'colleague@demo.test':
      return t('Navigator in the same Group');
    case 'outsider@demo.test':
      return t('Navigator in another Group');
    case 'claimer@demo.test':
      return t('Program Admin');
    case 'coclaimer@demo.test':
      return t('second Claimer');
    case 'both@demo.test':
      return t('Worker and Claimer');
    case 'seeker@demo.test':
      return t('Seeker with an account');
    case 'admin@demo.test':
      return t('Site admin');
  }
}
