import { later, t } from '../i18n/translate.ts';
import type { SearchBanner } from '../http/shell-components.ts';
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
  /** Said by the form's schema, which puts it into the reader's language. */
  consentWanted: string;
  nameWanted?: string;
  reachWanted?: string;
}

export function peopleWords(who: ConnectFor): PeopleWords {
  switch (who.kind) {
    case 'self':
      return {
        legend: t('About you'),
        intro: t('You need no account for this. Only this Program gets what you write.'),
        reach: t('Best way to reach you'),
        comment: t('The Program can read it. Say what they need to help you, no more.'),
        quiet: t('The Program sees your name and what you write. Nobody contacts you.'),
        consentWanted: later('Tick the box if you agree', {}),
        nameWanted: later('Enter your first name', {}),
        reachWanted: later('Choose how they can reach you', {}),
      };
    case 'new':
      return forSomebodyNew();
    case 'profile':
      return {
        ...forSomebody(who.seeker.firstName),
        intro: introFor(who.onward, t('Filled in from the profile. Change what is out of date.')),
      };
    case 'onward':
      return {
        ...forSomebody(who.person.firstName),
        intro: introFor(who.onward, t('Filled in from what was shared with you. Change what is out of date.')),
      };
  }
}

/** What is taken further, how it stands, and what sending does to it. */
function introFor(onward: Onward | null, filled: string): string {
  if (!onward) return filled;
  const continues = t('This continues the referral to {{program}}.', { program: onward.programName });
  if (onward.status === 'referred_elsewhere') return `${continues} ${filled}`;
  const becomes = t('Its status is {{status}} now and becomes Referred elsewhere when you send this.', {
    status: t(labelOf(onward.status)),
  });
  return `${continues} ${becomes} ${filled}`;
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

function forSomebody(name: string): Omit<PeopleWords, 'intro'> {
  return {
    legend: t('Seeker'),
    reach: t('Best way to reach {{name}}', { name }),
    comment: t('{{name}} and the Program can read it. Say what is needed to act, no more.', { name }),
    quiet: t('The Program sees the name and what you write. Nobody else is emailed.'),
    consentWanted: later('Tick the box once {{name}} has agreed', { name }),
  };
}

function forSomebodyNew(): PeopleWords {
  return {
    legend: t('Seeker'),
    intro: t('Sending it also makes their profile in People I’m Helping.'),
    reach: t('Best way to reach them'),
    comment: t('They and the Program can read it. Say what is needed to act, no more.'),
    quiet: t('The Program sees the name and what you write. Nobody else is emailed.'),
    consentWanted: later('Tick the box once they have agreed', {}),
  };
}

/** "You are searching for Ana Ruiz", with a way out, on every page of that flow (R21). */
export function bannerFor(who: ConnectFor): SearchBanner | null {
  const name = knownName(who);
  if (name === null) return null;
  const onward = onwardOf(who);
  if (onward) return { name, out: { href: `/referrals/${onward.referralId}`, label: t('Stop and go back to the referral') } };
  return who.kind === 'profile' ? { name, out: { href: `/people/${who.seeker.id}`, label: t('Stop and go back to the profile') } } : null;
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
