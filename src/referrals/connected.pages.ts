import { phoneText } from '../components/contact.ts';
import { callWords, loggedWords } from '../components/logged.ts';
import type { Confirmation } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { ContactPreference } from '../domain/contact-preference.ts';
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
    heading: program.reached ? t('Sent to {{name}}', { name }) : t('Logged for {{name}}', { name }),
    paragraphs: [
      program.reached ? t('{{name}} gets an email now, with a link to what you sent.', { name }) : loggedWords(name, program.phone),
    ],
    next: nextSteps(program, by),
    main: { href: '/programs', label: t('Find more programs') },
    plain: { href: `/programs/${id}`, label: t('Back to {{place}}', { place: name }) },
  };
}

function nextSteps(program: ConnectProgram, by: ContactPreference | null): string[] {
  const link = by === 'email' ? [t('We emailed you a link. Open it to see what happens, and to tell us how it went.')] : [];
  const call = callWords(program.phone);
  if (!program.reached) return [t('Say what you need, and that you asked through here. What you sent waits for them.'), ...link];
  if (by === 'dont_reach_out') return [t('Nobody contacts you, as you asked.'), t('To hear more, {{call}}.', { call })];
  return [
    answerBy(program.name, by),
    ...link,
    t('If you hear nothing in {{count, number}} days, {{call}}.', { count: program.lateAfterDays, call }),
  ];
}

function answerBy(name: string, by: Exclude<ContactPreference, 'dont_reach_out'> | null): string {
  switch (by) {
    case null:
      return t('{{name}} answers you the way you chose.', { name });
    case 'email':
      return t('{{name}} answers you by email.', { name });
    case 'text':
      return t('{{name}} answers you by text. Keep your phone near.', { name });
    case 'phone':
      return t('{{name}} answers you by phone. Keep your phone near.', { name });
  }
}

/** Said before anybody fills in a form that cannot be sent. */
export function closedPage(program: ConnectProgram, search: string): Confirmation {
  const { name, id, retiredAt, acceptingNote, phone } = program;
  const onward = { main: { href: search, label: t('Find other programs') } };
  if (retiredAt) {
    return {
      heading: t('{{name}} is no longer listed', { name }),
      paragraphs: [t('It cannot take referrals here any more.')],
      next: [],
      ...onward,
      plain: null,
    };
  }
  return {
    heading: t('{{name}} is not accepting referrals right now', { name }),
    paragraphs: [
      ...(acceptingNote ? [t('They say: “{{note}}”', { note: acceptingNote })] : []),
      phone
        ? t('To ask when that changes, call {{phone}}.', { phone: phoneText(phone) })
        : t('To ask when that changes, call or visit them.'),
    ],
    next: [],
    ...onward,
    plain: { href: `/programs/${id}`, label: t('See {{name}}', { name }) },
  };
}
