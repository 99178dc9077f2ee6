import type { Empty } from '../http/list-components.ts';
import { narrows, queryOf, type PeopleFilter } from './people.forms.ts';

/** A new Seeker's profile is made by their first referral: the way to it is the Program search. */
export const REFER = { href: '/programs', label: 'Refer someone new' };

/** Why nobody is listed, and what to do next (U-16). */
export function emptyPeople({ filter, navigates }: { filter: PeopleFilter; navigates: boolean }): Empty {
  if (filter.search !== null) return nobodyFits(filter);
  if (narrows(filter)) return NOBODY_CHOSEN;
  return navigates ? NOBODY_YET : NOT_IN_A_TEAM;
}

/** Whoever was archived is not found unless one asks for them too. */
function nobodyFits(filter: PeopleFilter): Empty {
  const everybody = { href: '/people', label: 'Show everybody' };
  const more = { href: `/people${queryOf({ ...filter, archived: 'all' })}`, label: 'Look among archived people too' };
  return {
    heading: 'Nobody you help fits this search',
    paragraphs: ['Try fewer letters of the name, or the last digits of the phone number.'],
    main: { ...(filter.archived === 'no' ? more : everybody), icon: null },
    plain: filter.archived === 'no' ? everybody : { ...REFER },
  };
}

const NOBODY_CHOSEN: Empty = {
  heading: 'Nobody you help fits these filters',
  paragraphs: ['Take a filter away to see more.'],
  main: { href: '/people', label: 'Clear filters', icon: null },
  plain: null,
};

const NOBODY_YET: Empty = {
  heading: 'You are not helping anybody here yet',
  paragraphs: [
    'The people you refer stand here, with those your Team shares with you and those referred to your Programs.',
    'Find a Program that can help, and send the first referral.',
  ],
  main: { ...REFER, icon: null },
  plain: null,
};

const NOT_IN_A_TEAM: Empty = {
  heading: 'You do not work with a Team here yet',
  paragraphs: [
    'The people a Team helps stand here. Ask your Site admin or Program Admin to invite you.',
    'What was sent for you is under Referrals for Me.',
  ],
  main: { href: '/for-me', label: 'Referrals for Me', icon: null },
  plain: { href: '/programs', label: 'Find programs' },
};
