import type { Link } from '../http/components.ts';
import type { Confirmation } from '../http/list-components.ts';
import type { DeadState, LinkPurpose } from './mailed-link.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/link-dead': Confirmation;
  }
}

export const LINK_TITLE: Record<LinkPurpose, string> = {
  password_reset: 'Choose a new password',
  sign_in_link: 'Sign in',
  confirm_new_email: 'Confirm your new email address',
};

const LIFE: Record<LinkPurpose, string> = { password_reset: '1 hour', sign_in_link: '15 minutes', confirm_new_email: '24 hours' };

const AGAIN: Record<LinkPurpose, Link> = {
  password_reset: { href: '/password/forgot', label: 'Email me a new link' },
  sign_in_link: { href: '/login/link', label: 'Email me a new link' },
  confirm_new_email: { href: '/settings/account/email', label: 'Ask for a new link' },
};

/** A link that does nothing any more says so, and offers a new one (R30). */
export function deadLinkPage(purpose: LinkPurpose, state: DeadState): Confirmation {
  return {
    heading: HEADING[state],
    paragraphs: [
      state === 'unknown' ? 'Open the newest email we sent you, and the link in it.' : `A link works once, for ${LIFE[purpose]}.`,
    ],
    next: [],
    main: AGAIN[purpose],
    plain: { href: '/login', label: 'Sign in' },
  };
}

const HEADING: Record<DeadState, string> = {
  unknown: 'This link does not work',
  used: 'This link was used already',
  expired: 'This link is too old',
};
