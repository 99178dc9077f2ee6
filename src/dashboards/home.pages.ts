import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'home/landing': LandingPage;
  }
}

/** What a stranger reads at the front door. */
export interface LandingPage {
  ways: Way[];
}

interface Way extends Link {
  heading: string;
  text: string;
}

export function landingPage(): LandingPage {
  return {
    ways: [
      {
        heading: t('Looking for help for yourself'),
        text: t('Find a program near you and send your own referral. You do not need an account.'),
        href: '/programs',
        label: t('Find programs'),
      },
      {
        heading: t('Helping somebody, or working for a program'),
        text: t('Sign in to see the people you help, the referrals you received, and where each one stands.'),
        href: '/login',
        label: t('Sign in'),
      },
      {
        heading: t('Following your own referrals'),
        text: t('Create an account with the email address your referrals are sent to, and see them all in one place.'),
        href: '/signup',
        label: t('Create an account'),
      },
    ],
  };
}
