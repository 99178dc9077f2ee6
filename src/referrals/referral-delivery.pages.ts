import { phoneHref, phoneText } from '../components/contact.ts';
import { momentIn } from '../components/dates.ts';
import type { Link } from '../http/components.ts';
import type { ContactPreference } from '../domain/contact-preference.ts';
import { FAILURE_WORDS, isDeliveryFailure } from '../domain/delivery-failure.ts';
import { isReferringSide, maySeeContact } from '../domain/referral-policy.ts';
import type { Delivery } from '../mail/email-delivery.store.ts';
import { isLogged, loggedLine } from './referral-logged.pages.ts';
import { seekerFor } from './referral-names.ts';
import type { ReferralDetail } from './referral.store.ts';
import type { ReferralFacts } from './referral.pages.ts';

/** What became of the mail to one party (R29). */
export interface DeliveryLine {
  to: string;
  state: string;
  failed: boolean;
  /** "Call (650) 555-0160", where mail did not get through. */
  call: Link | null;
}

type Facts = Pick<ReferralFacts, 'referral' | 'deliveries' | 'timeZone' | 'userId'>;

export function deliveryLines(facts: Facts): DeliveryLine[] {
  const { referral, deliveries } = facts;
  const lines = deliveries.map((delivery) => deliveryLine(facts, delivery));
  const seekerGetsMail = deliveries.some(({ party }) => party === 'seeker');
  const logged = isLogged(referral, deliveries) ? [loggedLine(referral)] : [];
  return [...logged, ...lines, ...(seekerGetsMail ? [] : [seekerLine(referral)])];
}

function deliveryLine({ referral, deliveries, timeZone, userId }: Facts, delivery: Delivery): DeliveryLine {
  const to = recipientWords(referral, delivery);
  const state = stateWords(delivery, whyFor(referral, delivery), timeZone);
  const left = delivery.allLeft ? ` ${ALL_LEFT}` : '';
  if (!isLost(delivery, deliveries)) return { to, state: state + left, failed: delivery.state === 'failed', call: null };
  const { words, call } = whatToDo(referral, delivery.party, userId);
  return { to, state: `${state} ${words}`, failed: true, call };
}

const ALL_LEFT = 'Nobody who answered for the Program has an open account here any more.';

/** It failed, and nobody else of that party has it: then somebody has to do something (R29). */
function isLost({ party, state }: Delivery, deliveries: readonly Delivery[]): boolean {
  return (
    state === 'failed' && !deliveries.some((other) => other.party === party && other.state !== 'failed' && other.state !== 'suppressed')
  );
}

function recipientWords(referral: ReferralDetail, { party, people, toMailbox }: Delivery): string {
  if (party === 'seeker') return seekerWords(referral);
  if (party === 'maker') return `To ${referral.makerName}`;
  if (toMailbox) return 'To the Program’s own address';
  return people === 1 ? 'To 1 person at the Program' : `To ${String(people)} people at the Program`;
}

function seekerWords(referral: ReferralDetail): string {
  return `To ${seekerFor(referral).firstName}`;
}

/** Why, in words; what the Seeker's profile says since is the referring side's to know (R11). */
function whyFor({ sides }: ReferralDetail, { party, failure }: Delivery): string {
  if (!isDeliveryFailure(failure)) return '';
  const ofProfile = party === 'seeker' && (failure === 'address_changed' || failure === 'preference_changed');
  return ofProfile && !isReferringSide(sides) ? '' : FAILURE_WORDS[failure];
}

function stateWords({ state, way, at }: Delivery, why: string, timeZone: string): string {
  const { date, time } = momentIn(timeZone, at);
  switch (state) {
    case 'sent':
      return `${way ? SENT_WORDS[way] : 'Sent'} ${date}, ${time}`;
    case 'queued':
    case 'sending':
      if (why) return `Not through yet. ${why} We keep trying.`;
      return way === 'digest' ? 'Goes into their next daily email.' : `Waiting to be sent since ${date}, ${time}`;
    case 'failed':
      return `Not delivered. ${why}`.trim();
    case 'suppressed':
      return `Not sent. ${why}`.trim();
  }
}

const SENT_WORDS: Record<NonNullable<Delivery['way']>, string> = {
  digest: 'Sent in their daily email',
  reminder: 'Reminder sent',
  no_answer: 'Told that there is no answer,',
};

function seekerLine(referral: ReferralDetail): DeliveryLine {
  return {
    to: seekerWords(referral),
    state: NO_MAIL[preferenceFor(referral)],
    failed: false,
    call: null,
  };
}

/** The profile's word of today is for the referring side; the Program knows what the form said (R11). */
export function preferenceFor({ preference, profilePreference, sides }: ReferralDetail): ContactPreference {
  return preference === 'dont_reach_out' || !isReferringSide(sides) ? preference : profilePreference;
}

const NO_MAIL: Record<ContactPreference, string> = {
  email: 'None so far.',
  text: 'None. They asked for texts.',
  phone: 'None. They asked for calls.',
  dont_reach_out: 'None. They asked not to be reached.',
};

/** What helps when mail did not reach anybody of a party: a call, or mending one's own address. */
function whatToDo(referral: ReferralDetail, party: Delivery['party'], userId: string): { words: string; call: Link | null } {
  const own = party === 'maker' ? referral.madeById === userId : party === 'program' && !isReferringSide(referral.sides);
  if (own)
    return {
      words: party === 'maker' ? 'Check your email address in your account.' : 'Check the email addresses of your team.',
      call: null,
    };
  const name = party === 'program' ? 'the Program' : party === 'maker' ? referral.makerName : seekerFor(referral).firstName;
  const call = callOf(referral, party);
  return { words: `We could not reach ${name} by email.${call ? '' : ' Look for another way to tell them.'}`, call };
}

/** R14: not even a failed mail shows a number that is hidden. */
function callOf(referral: ReferralDetail, party: Delivery['party']): Link | null {
  const phone = party === 'program' ? referral.programPhone : party === 'seeker' ? seekerPhone(referral) : null;
  return phone ? { href: phoneHref(phone), label: `Call ${phoneText(phone)}` } : null;
}

function seekerPhone(referral: ReferralDetail): string | null {
  return maySeeContact(referral.sides, referral.preference) ? seekerFor(referral).phone : null;
}
