import { phoneHref, phoneText } from '../components/contact.ts';
import { momentIn } from '../components/dates.ts';
import type { Link } from '../http/components.ts';
import type { ContactPreference } from '../domain/contact-preference.ts';
import { FAILURE_WORDS, isDeliveryFailure } from '../domain/delivery-failure.ts';
import { isReferringSide, maySeeContact, seekerFor } from '../domain/referral-policy.ts';
import type { Delivery } from '../mail/email-delivery.store.ts';
import { t } from '../i18n/translate.ts';
import { loggedLine } from './referral-logged.pages.ts';
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
  const logged = referral.told ? [] : [loggedLine(referral)];
  return [...logged, ...lines, ...(seekerGetsMail ? [] : [seekerLine(referral)])];
}

function deliveryLine({ referral, deliveries, timeZone, userId }: Facts, delivery: Delivery): DeliveryLine {
  const to = recipientWords(referral, delivery);
  const state = stateWords(delivery, whyFor(referral, delivery), timeZone);
  const left = delivery.allLeft ? ` ${t('Nobody who answered for the Program has an open account here any more.')}` : '';
  if (!isLost(delivery, deliveries)) return { to, state: state + left, failed: delivery.state === 'failed', call: null };
  const { words, call } = whatToDo(referral, delivery.party, userId);
  return { to, state: `${state} ${words}`, failed: true, call };
}

/** It failed, and nobody else of that party has it: then somebody has to do something (R29). */
function isLost({ party, state }: Delivery, deliveries: readonly Delivery[]): boolean {
  return (
    state === 'failed' && !deliveries.some((other) => other.party === party && other.state !== 'failed' && other.state !== 'suppressed')
  );
}

function recipientWords(referral: ReferralDetail, { party, people, toMailbox }: Delivery): string {
  if (party === 'seeker') return seekerWords(referral);
  if (party === 'maker') return t('To {{name}}', { name: referral.makerName });
  if (toMailbox) return t('To the Program’s own address');
  return t('To {{count, number}} people at the Program', { count: people });
}

function seekerWords(referral: ReferralDetail): string {
  return t('To {{name}}', { name: seekerFor(referral).firstName });
}

/** Why, in words; what the Seeker's profile says since is the referring side's to know (R11). */
function whyFor({ sides }: ReferralDetail, { party, failure }: Delivery): string {
  if (!isDeliveryFailure(failure)) return '';
  const ofProfile = party === 'seeker' && (failure === 'address_changed' || failure === 'preference_changed');
  return ofProfile && !isReferringSide(sides) ? '' : t(FAILURE_WORDS[failure]);
}

function stateWords({ state, way, at }: Delivery, why: string, timeZone: string): string {
  const { date, time } = momentIn(timeZone, at);
  switch (state) {
    case 'sent':
      return sentWords(way, { date, time });
    case 'queued':
    case 'sending':
      if (why) return t('Not through yet. {{why}} We keep trying.', { why });
      return way === 'digest' ? t('Goes into their next daily email.') : t('Waiting to be sent since {{date}}, {{time}}', { date, time });
    case 'failed':
      return t('Not delivered. {{why}}', { why }).trim();
    case 'suppressed':
      return t('Not sent. {{why}}', { why }).trim();
  }
}

function sentWords(way: Delivery['way'], when: { date: string; time: string }): string {
  switch (way) {
    case 'digest':
      return t('Sent in their daily email {{date}}, {{time}}', when);
    case 'reminder':
      return t('Reminder sent {{date}}, {{time}}', when);
    case 'no_answer':
      return t('Told that there is no answer, {{date}}, {{time}}', when);
    case null:
      return t('Sent {{date}}, {{time}}', when);
  }
}

function seekerLine(referral: ReferralDetail): DeliveryLine {
  return {
    to: seekerWords(referral),
    state: NO_MAIL[preferenceFor(referral)](),
    failed: false,
    call: null,
  };
}

/** The profile's word of today is for the referring side; the Program knows what the form said (R11). */
export function preferenceFor({ preference, profilePreference, sides }: ReferralDetail): ContactPreference {
  return preference === 'dont_reach_out' || !isReferringSide(sides) ? preference : profilePreference;
}

const NO_MAIL: Record<ContactPreference, () => string> = {
  email: () => t('None so far.'),
  text: () => t('None. They asked for texts.'),
  phone: () => t('None. They asked for calls.'),
  dont_reach_out: () => t('None. They asked not to be reached.'),
};

/** What helps when mail did not reach anybody of a party: a call, or mending one's own address. */
function whatToDo(referral: ReferralDetail, party: Delivery['party'], userId: string): { words: string; call: Link | null } {
  const own = party === 'maker' ? referral.madeById === userId : party === 'program' && !isReferringSide(referral.sides);
  if (own && party === 'maker') return { words: t('Check your email address in your account.'), call: null };
  if (own) return { words: t('Check the email addresses of your team.'), call: null };
  const name = party === 'program' ? t('the Program') : party === 'maker' ? referral.makerName : seekerFor(referral).firstName;
  const call = callOf(referral, party);
  const words = t('We could not reach {{name}} by email.', { name });
  return { words: call ? words : `${words} ${t('Look for another way to tell them.')}`, call };
}

/** R14: not even a failed mail shows a number that is hidden. */
function callOf(referral: ReferralDetail, party: Delivery['party']): Link | null {
  const phone = party === 'program' ? referral.programPhone : party === 'seeker' ? seekerPhone(referral) : null;
  return phone ? { href: phoneHref(phone), label: t('Call {{phone}}', { phone: phoneText(phone) }) } : null;
}

function seekerPhone(referral: ReferralDetail): string | null {
  return maySeeContact(referral.sides, referral.preference) ? seekerFor(referral).phone : null;
}
