import type { ContactPreference } from './contact-preference.ts';
import type { Unwanted } from './delivery-failure.ts';
import type { NotificationSetting, Party } from './notification-rules.ts';

/** What is true of a referral mail's recipient at the moment it would be sent. */
export interface RecipientNow {
  party: Party;
  /** Somebody asked for it themselves, on the page of a Status link that had expired. */
  askedFor: boolean;
  /** Mail their own setting decides about: a status change, or that there is no answer. */
  bySetting: boolean;
  /** It says that nobody has updated the referral; not so, once somebody has. */
  saysWaiting: boolean;
  isWaiting: boolean;
  /** It tells that the referral was withdrawn; all other mail ends with that. */
  saysWithdrawn: boolean;
  isWithdrawn: boolean;
  address: string;
  /** The recipient's account; null when there never was one, or it is gone. */
  account: { email: string; open: boolean; notifications: NotificationSetting } | null;
  hadAccount: boolean;
  isMaker: boolean;
  isClaimer: boolean;
  /** Where the Program's mail goes while it has no Claimer with an open account; null as soon as it has. */
  programMailbox: string | null;
  seekerAddress: string | null;
  preference: ContactPreference;
}

/** Why a mail that was queued earlier must not go out any more; null when it may (R10, R14, R28, R-10). */
export function whyUnwanted(now: RecipientNow): Unwanted | null {
  if (now.isWithdrawn && !now.saysWithdrawn) return 'withdrawn';
  if (now.saysWaiting && !now.isWaiting) return 'answered';
  if (now.party === 'seeker') return whyUnwantedBySeeker(now);
  if (now.hadAccount) return whyUnwantedByAccount(now);
  return sameAddress(now.programMailbox, now.address) ? null : 'no_access';
}

function whyUnwantedBySeeker({ preference, askedFor, seekerAddress, address }: RecipientNow): Unwanted | null {
  if (preference === 'dont_reach_out') return 'dont_reach_out';
  if (!sameAddress(seekerAddress, address)) return 'address_changed';
  return preference === 'email' || askedFor ? null : 'preference_changed';
}

function whyUnwantedByAccount(now: RecipientNow): Unwanted | null {
  if (!now.account?.open) return 'account_closed';
  if (now.party === 'program' ? !now.isClaimer : !now.isMaker) return 'no_access';
  if (now.party === 'maker' && now.preference === 'dont_reach_out') return 'dont_reach_out';
  if (!sameAddress(now.account.email, now.address)) return 'address_changed';
  // Who chose the daily digest meanwhile still gets this one: no digest has it.
  return now.bySetting && now.account.notifications === 'never' ? 'setting_changed' : null;
}

function sameAddress(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
