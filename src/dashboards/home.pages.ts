import type { Link } from '../http/components.ts';

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
        heading: 'Looking for help for yourself',
        text: 'Find a program near you and send your own referral. You do not need an account.',
        href: '/programs',
        label: 'Find programs',
      },
      {
        heading: 'Helping somebody, or working for a program',
        text: 'Sign in to see the people you help, the referrals you received, and where each one stands.',
        href: '/login',
        label: 'Sign in',
      },
      {
        heading: 'Following your own referrals',
        text: 'Create an account with the email address your referrals are sent to, and see them all in one place.',
        href: '/signup',
        label: 'Create an account',
      },
    ],
  };
}
