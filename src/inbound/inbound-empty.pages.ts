import type { Empty } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { narrows, type InboundFilter } from './inbound.forms.ts';
import { clearedOf } from './inbound-tally.pages.ts';

/** Somebody who works on no Program came here. */
export function notAClaimer(): Empty {
  return {
    heading: t('You do not work on a Program here yet'),
    paragraphs: [
      t('Inbound Referrals shows the people who were referred to a Program you work on.'),
      t('Ask your Program Admin to invite you, or find your Program in the directory.'),
    ],
    main: { href: '/programs', label: t('Find programs'), icon: null },
    plain: null,
  };
}

/** Why the list is empty, and what to do next (U-16). */
export function emptyInbound(program: { id: string; name: string }, filter: InboundFilter): Empty {
  if (narrows(filter)) {
    return {
      heading: t(filter.search ? 'Nobody referred here fits this search' : 'No referral fits these filters'),
      paragraphs: [
        filter.search ? t('Try fewer letters of the name, or the last digits of the phone number.') : t('Take a filter away to see more.'),
      ],
      main: { href: clearedOf(program.id, filter), label: t('Clear filters'), icon: null },
      plain: null,
    };
  }
  return {
    heading: t('Nobody has been referred yet'),
    paragraphs: [
      t('When somebody is referred to {{program}}, they stand here at once, and every Claimer gets a mail.', { program: program.name }),
      t('Check what people read before they refer somebody.'),
    ],
    main: { href: `/programs/${program.id}`, label: t('See the program’s page'), icon: null },
    plain: null,
  };
}
