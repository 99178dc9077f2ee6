import { phoneText } from '../components/contact.ts';
import { callWords, loggedWords } from '../components/logged.ts';
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
    heading: program.reached ? `Sent to ${name}` : `Logged for ${name}`,
    paragraphs: [program.reached ? `${name} gets an email now, with a link to what you sent.` : loggedWords(name, program.phone)],
    next: nextSteps(program, by),
    main: { href: '/programs', label: 'Find more programs' },
    plain: { href: `/programs/${id}`, label: `Back to ${name}` },
  };
}

function nextSteps(program: ConnectProgram, by: ContactPreference | null): string[] {
  const link = by === 'email' ? [OPEN_LINK] : [];
  if (!program.reached) return ['Say what you need, and that you asked through here. What you sent waits for them.', ...link];
  if (by === 'dont_reach_out') return ['Nobody contacts you, as you asked.', `To hear more, ${callWords(program.phone)}.`];
  return [
    answerBy(program.name, by),
    ...link,
    `If you hear nothing in ${String(program.lateAfterDays)} days, ${callWords(program.phone)}.`,
  ];
}

const OPEN_LINK = 'We emailed you a link. Open it to see what happens, and to tell us how it went.';

function answerBy(name: string, by: Exclude<ContactPreference, 'dont_reach_out'> | null): string {
  if (by === null) return `${name} answers you the way you chose.`;
  return `${name} answers you by ${PREFERENCE_LABELS[by].toLowerCase()}.${by === 'email' ? '' : ' Keep your phone near.'}`;
}

/** Said before anybody fills in a form that cannot be sent. */
export function closedPage(program: ConnectProgram, search: string): Confirmation {
  const { name, id, retiredAt, acceptingNote, phone } = program;
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
    paragraphs: [
      ...(acceptingNote ? [`They say: “${acceptingNote}”`] : []),
      phone ? `To ask when that changes, call ${phoneText(phone)}.` : 'To ask when that changes, call or visit them.',
    ],
    next: [],
    ...onward,
    plain: { href: `/programs/${id}`, label: `See ${name}` },
  };
}
