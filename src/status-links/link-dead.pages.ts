import { phoneHref, phoneText } from '../components/contact.ts';
import type { LinkActor } from '../domain/actor.ts';
import { mayReissue, type LinkState } from '../domain/status-link.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'status-links/dead': LinkDeadPage;
  }
}

/** A link that opens nothing, said kindly (R30). */
export interface LinkDeadPage {
  heading: string;
  paragraphs: string[];
  /** What was written on the page of a link that has died since: it is saved nowhere. */
  wrote: string | null;
  /** A fresh link by mail, to the stored address only. */
  fresh: { action: string; idem: string; button: string } | null;
  /** Where one gets on without it. */
  onward: Link[];
  /** "Questions? Call", where there is somebody to call. */
  call: (Link & { words: string }) | null;
}

/** What is said of the link itself; the ways on come with it. */
export type DeadLink = Omit<LinkDeadPage, 'onward' | 'call'>;

/** For an address without its cookie: the same for a link that never was. */
export function openTheMail(reason: string | null): DeadLink {
  return {
    heading: t('Open the link in your email again'),
    paragraphs: [t('For your safety this page closes after 30 minutes. The link in your email opens it again.')],
    wrote: wroteWords(reason),
    fresh: null,
  };
}

export function unknownLink(): DeadLink {
  return {
    heading: t('This link does not work'),
    paragraphs: [t('It may have been cut off. Open the email again and press the button, or copy the whole address.')],
    wrote: null,
    fresh: null,
  };
}

export function tooManyTries(): DeadLink {
  return {
    heading: t('Too many links that do not work'),
    paragraphs: [t('Wait an hour, then open the newest email and press the button in it.')],
    wrote: null,
    fresh: null,
  };
}

const WORDS: Record<Exclude<LinkState, 'live'>, () => Pick<LinkDeadPage, 'heading' | 'paragraphs'>> = {
  expired: () => ({
    heading: t('This link is too old'),
    paragraphs: [t('Links stop working after some time. We can send you a fresh one, to the same email address.')],
  }),
  reissued: () => ({
    heading: t('A newer link was sent'),
    paragraphs: [t('Look in your email for the newest message and open the link there. It went to the same address as this one.')],
  }),
  withdrawn: () => ({
    heading: t('This referral was withdrawn'),
    paragraphs: [t('The person who made it withdrew it, so there is nothing to answer any more. You do not have to do anything.')],
  }),
  revoked: () => ({
    heading: t('This link no longer works'),
    paragraphs: [t('It was made for somebody who does not work on this referral any more, or whose address has changed.')],
  }),
};

export interface DeadLinkFacts {
  state: Exclude<LinkState, 'live'>;
  publicId: string;
  mayBeMailed: boolean;
  reason: string | null;
  formKey: string;
}

export function deadLinkPage({ state, publicId, mayBeMailed, reason, formKey }: DeadLinkFacts): DeadLink {
  const button = state === 'reissued' ? t('Send it again') : t('Send me a fresh link');
  const fresh = mayReissue(state) && mayBeMailed ? { action: `/l/${publicId}/fresh`, idem: formKey, button } : null;
  return { ...WORDS[state](), wrote: wroteWords(reason), fresh };
}

function wroteWords(reason: string | null): string | null {
  return reason === null ? null : t('This was not saved: “{{reason}}”. Copy it before you leave this page.', { reason });
}

/** A Seeker looks for help, a Claimer has their list; of a link nobody knows it may be either. */
export function waysOn(recipient: LinkActor['recipient'] | null, helpPhone: string | null): Pick<LinkDeadPage, 'onward' | 'call'> {
  const find = { href: '/programs', label: t('Find programs') };
  const signIn = { href: '/login?returnTo=%2Finbound', label: t('Sign in') };
  const ways = { seeker: [find], claimer: [signIn] };
  return {
    onward: recipient === null ? [find, { ...signIn, href: '/login' }] : ways[recipient],
    call: helpPhone === null ? null : { words: t('Questions? Call us:'), href: phoneHref(helpPhone), label: phoneText(helpPhone) },
  };
}
