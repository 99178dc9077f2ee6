import type { SearchBanner } from '../http/components.ts';
import { fullName } from '../domain/display-name.ts';
import { labelOf } from '../domain/referral-status.ts';
import type { ConnectFor, Onward } from './connect.store.ts';

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
        intro: introFor(who.onward, 'the profile'),
      };
    case 'onward':
      return {
        ...forSomebody(who.person.firstName, who.person.firstName),
        intro: introFor(who.onward, 'what was shared with you'),
      };
  }
}

/** What is taken further, how it stands, and what sending does to it. */
function introFor(onward: Onward | null, from: string): string {
  const filled = `Filled in from ${from}. Change what is out of date.`;
  if (!onward) return filled;
  const { programName, status } = onward;
  const after =
    status === 'referred_elsewhere' ? '' : ` Its status is ${labelOf(status)} now and becomes Referred elsewhere when you send this.`;
  return `This continues the referral to ${programName}.${after} ${filled}`;
}

/** The referral a form takes further. */
export function onwardOf(who: ConnectFor): Onward | null {
  return who.kind === 'profile' || who.kind === 'onward' ? who.onward : null;
}

/** Somebody already known, by name; null for somebody new and for oneself. */
export function knownName(who: ConnectFor): string | null {
  const person = who.kind === 'profile' ? who.seeker : who.kind === 'onward' ? who.person : null;
  return person && fullName(person.firstName, person.lastName);
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
  const name = knownName(who);
  if (name === null) return null;
  const onward = onwardOf(who);
  if (onward) return { name, out: { href: `/referrals/${onward.referralId}`, label: 'Stop and go back to the referral' } };
  return who.kind === 'profile' ? { name, out: { href: `/people/${who.seeker.id}`, label: 'Stop and go back to the profile' } } : null;
}

/** Keeps the search at the Seeker's ZIP, and names them only by their id (S-60). */
export function keptFor(who: ConnectFor): string {
  if (who.kind !== 'profile' && who.kind !== 'onward') return '';
  const zip = who.kind === 'profile' ? who.seeker.zip : who.person.zip;
  const from = who.onward ? { forwardedFrom: who.onward.referralId } : { seekerId: who.kind === 'profile' ? who.seeker.id : '' };
  return `?${new URLSearchParams({ ...from, ...(zip ? { zip } : {}) }).toString()}`;
}

export function searchFor(who: ConnectFor): string {
  return `/programs${keptFor(who)}`;
}
