import type { SearchBanner } from '../http/components.ts';
import { fullName } from '../domain/display-name.ts';
import type { ConnectFor } from './connect.store.ts';

/** The words of a Connect form that depend on whom it is for. */
export interface PeopleWords {
  legend: string;
  intro: string;
  reach: string;
  comment: string;
  quiet: string;
  consentWanted: string;
}

export function peopleWords(who: ConnectFor): PeopleWords {
  switch (who.kind) {
    case 'self':
      return {
        legend: 'About you',
        intro: 'You need no account for this. Only this Program gets what you write.',
        reach: 'Best way to reach you',
        comment: 'The Program can read it. Say what they need to help you, no more.',
        quiet: 'The Program sees your name and what you write. Nobody contacts you.',
        consentWanted: 'Tick the box if you agree',
      };
    case 'new':
      return { ...forSomebody('them', 'they'), intro: 'Sending it also makes their profile in People I’m Helping.' };
    case 'profile':
      return {
        ...forSomebody(who.seeker.firstName, who.seeker.firstName),
        intro: 'Filled in from the profile. Change what is out of date.',
      };
  }
}

function forSomebody(name: string, subject: string): Omit<PeopleWords, 'intro'> {
  return {
    legend: 'Seeker',
    reach: `Best way to reach ${name}`,
    comment: `${subject === 'they' ? 'They' : name} and the Program can read it. Say what is needed to act, no more.`,
    quiet: 'The Program sees the name and what you write. Nobody else is emailed.',
    consentWanted: `Tick the box once ${subject} ${subject === 'they' ? 'have' : 'has'} agreed`,
  };
}

/** "You are searching for Ana Ruiz", with a way out, on every page of that flow (R21). */
export function bannerFor(who: ConnectFor): SearchBanner | null {
  if (who.kind !== 'profile') return null;
  const { id, firstName, lastName } = who.seeker;
  return { name: fullName(firstName, lastName), out: { href: `/people/${id}`, label: 'Stop and go back to the profile' } };
}

/** Keeps the search at the Seeker's ZIP, and names them only by their id (S-60). */
export function keptFor(who: ConnectFor): string {
  if (who.kind !== 'profile') return '';
  const { id, zip } = who.seeker;
  return `?${new URLSearchParams({ seekerId: id, ...(zip ? { zip } : {}) }).toString()}`;
}

export function searchFor(who: ConnectFor): string {
  return `/programs${keptFor(who)}`;
}
