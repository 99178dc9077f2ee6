import type { Confirmation } from '../http/list-components.ts';
import { PREFERENCE_LABELS, type ContactPreference } from '../domain/contact-preference.ts';
import type { ConnectProgram } from './connect.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/connected': Confirmation;
    'referrals/connect-closed': Confirmation;
  }
}

/**
 * After somebody referred themselves without an account: what happens next, and when (U-16). It names nobody and opens
 * nothing: the way back to the referral is the link in their mail.
 */
export function connectedPage(program: ConnectProgram, by: ContactPreference | null): Confirmation {
  const { name, id } = program;
  return {
    heading: `Sent to ${name}`,
    paragraphs: [program.reached ? `${name} gets an email now, with a link to what you sent.` : notReached(program)],
    next: [...answerBy(program, by), ...unlessHeard(program)],
    main: { href: '/programs', label: 'Find more programs' },
    plain: { href: `/programs/${id}`, label: `Back to ${name}` },
  };
}

function answerBy({ name }: ConnectProgram, by: ContactPreference | null): string[] {
  switch (by) {
    case 'email':
      return [`${name} answers you by email.`, 'We emailed you a link. Open it to see what happens, and to tell us how it went.'];
    case 'text':
    case 'phone':
      return [`${name} answers you by ${PREFERENCE_LABELS[by].toLowerCase()}. Keep your phone near.`];
    case 'dont_reach_out':
      return ['Nobody contacts you, as you asked. Call or visit them to hear more.'];
    case null:
      return [`${name} answers you the way you chose.`];
  }
}

function unlessHeard({ lateAfterDays, phone }: ConnectProgram): string[] {
  const call = phone ? `call them: ${phone}` : 'call or visit them';
  return [`If you hear nothing in ${String(lateAfterDays)} days, ${call}.`];
}

function notReached({ name, phone }: ConnectProgram): string {
  return `Nobody at ${name} gets email from here yet. ${phone ? `Call them as well: ${phone}.` : 'Call or visit them as well.'}`;
}

/** Said before anybody fills in a form that cannot be sent. */
export function closedPage(program: ConnectProgram, search: string): Confirmation {
  const { name, id, retiredAt, phone } = program;
  const onward = { main: { href: search, label: 'Find other programs' } };
  if (retiredAt) {
    return {
      heading: `${name} is no longer listed`,
      paragraphs: ['It cannot take referrals here any more.'],
      next: [],
      ...onward,
      plain: null,
    };
  }
  return {
    heading: `${name} is not accepting referrals right now`,
    paragraphs: [phone ? `To ask when that changes, call ${phone}.` : 'To ask when that changes, call or visit them.'],
    next: [],
    ...onward,
    plain: { href: `/programs/${id}`, label: `See ${name}` },
  };
}
