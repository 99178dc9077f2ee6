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

export function deliveryLines({
  referral,
  deliveries,
  timeZone,
}: Pick<ReferralFacts, 'referral' | 'deliveries' | 'timeZone'>): DeliveryLine[] {
  const lines = deliveries.map((delivery) => ({
    to: recipientWords(referral, delivery),
    state: stateWords(delivery, whyFor(referral, delivery), timeZone),
    failed: delivery.state === 'failed',
    call: delivery.state === 'failed' ? callOf(referral, delivery.party) : null,
  }));
  const seekerGetsMail = deliveries.some(({ party }) => party === 'seeker');
  const logged = isLogged(referral, deliveries) ? [loggedLine(referral)] : [];
  return [...logged, ...lines, ...(seekerGetsMail ? [] : [seekerLine(referral)])];
}

function recipientWords(referral: ReferralDetail, { party, people }: Pick<Delivery, 'party' | 'people'>): string {
  if (party === 'seeker') return `To ${seekerFor(referral).firstName}`;
  if (party === 'maker') return `To ${referral.makerName}`;
  return people === 1 ? 'To 1 person at the Program' : `To ${String(people)} people at the Program`;
}

/** Why, in words; what the Seeker's profile says since is the referring side's to know (R11). */
function whyFor({ sides }: ReferralDetail, { party, failure }: Delivery): string {
  if (!isDeliveryFailure(failure)) return '';
  const ofProfile = party === 'seeker' && (failure === 'address_changed' || failure === 'preference_changed');
  return ofProfile && !isReferringSide(sides) ? '' : FAILURE_WORDS[failure];
}

function stateWords({ state, at }: Delivery, why: string, timeZone: string): string {
  const { date, time } = momentIn(timeZone, at);
  switch (state) {
    case 'sent':
      return `Sent ${date}, ${time}`;
    case 'queued':
    case 'sending':
      return why ? `Not through yet. ${why} We keep trying.` : `Waiting to be sent since ${date}, ${time}`;
    case 'failed':
      return `Not delivered. ${why}`.trim();
    case 'suppressed':
      return `Not sent. ${why}`.trim();
  }
}

function seekerLine(referral: ReferralDetail): DeliveryLine {
  return {
    to: recipientWords(referral, { party: 'seeker', people: 1 }),
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

/** R14: not even a failed mail shows a number that is hidden. */
function callOf(referral: ReferralDetail, party: Delivery['party']): Link | null {
  const phone = party === 'program' ? referral.programPhone : party === 'seeker' ? seekerPhone(referral) : null;
  return phone ? { href: phoneHref(phone), label: `Call ${phoneText(phone)}` } : null;
}

function seekerPhone(referral: ReferralDetail): string | null {
  return maySeeContact(referral.sides, referral.preference) ? seekerFor(referral).phone : null;
}
