import { mayReissue, type LinkState } from '../domain/status-link.ts';

declare module '../http/page.ts' {
  interface Pages {
    'status-links/dead': LinkDeadPage;
  }
}

/** A link that opens nothing, said kindly (R30). */
export interface LinkDeadPage {
  heading: string;
  paragraphs: string[];
  /** A fresh link by mail, to the stored address only. */
  fresh: { action: string; idem: string; button: string } | null;
}

/** For an address without its cookie: the same for a link that never was. */
export const OPEN_THE_MAIL: LinkDeadPage = {
  heading: 'Open the link in your email again',
  paragraphs: ['For your safety this page closes after 30 minutes. The link in your email opens it again.'],
  fresh: null,
};

export const UNKNOWN_LINK: LinkDeadPage = {
  heading: 'This link does not work',
  paragraphs: ['It may have been cut off. Open the email again and press the button, or copy the whole address.'],
  fresh: null,
};

export const TOO_MANY_TRIES: LinkDeadPage = {
  heading: 'Too many links that do not work',
  paragraphs: ['Wait an hour, then open the newest email and press the button in it.'],
  fresh: null,
};

const WORDS: Record<Exclude<LinkState, 'live'>, Pick<LinkDeadPage, 'heading' | 'paragraphs'>> = {
  expired: {
    heading: 'This link is too old',
    paragraphs: ['Links stop working after some time. We can send you a fresh one, to the same email address.'],
  },
  reissued: {
    heading: 'A newer link was sent',
    paragraphs: ['Look in your email for the newest message and open the link there. It went to the same address as this one.'],
  },
  withdrawn: {
    heading: 'This referral was taken back',
    paragraphs: ['The person who made it withdrew it, so there is nothing to answer any more. You do not have to do anything.'],
  },
  revoked: {
    heading: 'This link no longer works',
    paragraphs: ['It was made for somebody who does not work on this referral any more, or whose address has changed.'],
  },
};

export function deadLinkPage(state: Exclude<LinkState, 'live'>, publicId: string, mayBeMailed: boolean, formKey: string): LinkDeadPage {
  const button = state === 'reissued' ? 'Send it again' : 'Send me a fresh link';
  const fresh = mayReissue(state) && mayBeMailed ? { action: `/l/${publicId}/fresh`, idem: formKey, button } : null;
  return { ...WORDS[state], fresh };
}
