import type { Link } from '../http/components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { DeadState, LinkPurpose } from './mailed-link.ts';

declare module '../http/page.ts' {
  interface Pages {
    'accounts/link-dead': Confirmation;
  }
}

export const LINK_TITLE: Record<LinkPurpose, () => string> = {
  password_reset: () => t('Choose a new password'),
  sign_in_link: () => t('Sign in'),
  confirm_new_email: () => t('Confirm your new email address'),
};

const LIFE: Record<LinkPurpose, () => string> = {
  password_reset: () => t('A link works once, for 30 minutes.'),
  sign_in_link: () => t('A link works once, for 15 minutes.'),
  confirm_new_email: () => t('A link works once, for 24 hours.'),
};

const AGAIN: Record<LinkPurpose, () => Link> = {
  password_reset: () => ({ href: '/password/forgot', label: t('Email me a new link') }),
  sign_in_link: () => ({ href: '/login/link', label: t('Email me a new link') }),
  confirm_new_email: () => ({ href: '/settings/account/email', label: t('Ask for a new link') }),
};

/** A link that does nothing any more says so, and offers a new one (R30). */
export function deadLinkPage(purpose: LinkPurpose, state: DeadState): Confirmation {
  return {
    heading: HEADING[state](),
    paragraphs: [state === 'unknown' ? t('Open the newest email we sent you, and the link in it.') : LIFE[purpose]()],
    next: [],
    main: AGAIN[purpose](),
    plain: { href: '/login', label: t('Sign in') },
  };
}

const HEADING: Record<DeadState, () => string> = {
  unknown: () => t('This link does not work'),
  used: () => t('This link was used already'),
  expired: () => t('This link is too old'),
};
