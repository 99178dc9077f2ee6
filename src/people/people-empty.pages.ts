import type { Link } from '../http/components.ts';
import type { Empty } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { narrows, queryOf, type PeopleFilter } from './people.forms.ts';

/** A new Seeker's profile is made by their first referral: the way to it is the Program search. */
export function referLink(): Link {
  return { href: '/programs', label: t('Refer someone new') };
}

/** Why nobody is listed, and what to do next (U-16). */
export function emptyPeople({ filter, navigates }: { filter: PeopleFilter; navigates: boolean }): Empty {
  if (filter.search !== null) return nobodyFits(filter, navigates);
  if (narrows(filter)) return nobodyChosen();
  return navigates ? nobodyYet() : notInATeam();
}

/** Whoever was archived is not found unless one asks for them too. */
function nobodyFits(filter: PeopleFilter, navigates: boolean): Empty {
  const everybody = { href: '/people', label: t('Show everybody') };
  const more = { href: `/people${queryOf({ ...filter, archived: 'all' })}`, label: t('Look among archived people too') };
  return {
    heading: t('Nobody you help fits this search'),
    paragraphs: [t('Try fewer letters of the name, or the last digits of the phone number.')],
    main: { ...(filter.archived === 'no' ? more : everybody), icon: null },
    plain: filter.archived === 'no' ? everybody : navigates ? referLink() : null,
  };
}

function nobodyChosen(): Empty {
  return {
    heading: t('Nobody you help fits these filters'),
    paragraphs: [t('Take a filter away to see more.')],
    main: { href: '/people', label: t('Clear filters'), icon: null },
    plain: null,
  };
}

function nobodyYet(): Empty {
  return {
    heading: t('You are not helping anybody here yet'),
    paragraphs: [
      t('The people you refer stand here, with those your Team shares with you and those referred to your Programs.'),
      t('Find a Program that can help, and send the first referral.'),
    ],
    main: { ...referLink(), icon: null },
    plain: null,
  };
}

function notInATeam(): Empty {
  return {
    heading: t('You do not work with a Team here yet'),
    paragraphs: [
      t('The people a Team helps stand here. Ask your Site admin or Program Admin to invite you.'),
      t('What was sent for you is under Referrals for Me.'),
    ],
    main: { href: '/for-me', label: t('Referrals for Me'), icon: null },
    plain: { href: '/programs', label: t('Find programs') },
  };
}
