import type { ContactPreference } from './contact-preference.ts';
import type { Side } from './visibility.ts';

export type Party = 'maker' | 'program' | 'seeker';
export type NotificationSetting = 'at_once' | 'daily_digest' | 'never';

/** The people a referral concerns, as far as mail is concerned. */
export interface Parties {
  maker: AccountParty | null;
  claimers: readonly AccountParty[];
  /** Where mail goes while nobody has claimed the Program, or everybody who had has a closed account. */
  programMailbox: string | null;
  seeker: SeekerParty;
}

export interface AccountParty {
  userId: string;
  email: string;
  language: string;
  notifications: NotificationSetting;
}

export interface SeekerParty {
  userId: string | null;
  email: string | null;
  language: string;
  preference: ContactPreference;
}

export interface Recipient {
  party: Party;
  email: string;
  language: string;
  userId: string | null;
}

/** Who made the change: mail never goes back to them. */
export interface ChangeAuthor {
  userId: string | null;
  sides: readonly Side[];
}

/** What was said about reaching the Seeker: on this referral's form, and on their profile. */
export interface ReachWords {
  shared: { email: string | null; preference: ContactPreference };
  profile: { email: string | null; preference: ContactPreference };
  /** The profile was edited after the referral was made. */
  profileIsNewer: boolean;
}

/** The last word counts, the form's or the profile's; "Don't reach out" counts wherever it was said (R14, R28). */
export function reachSeeker({ shared, profile, profileIsNewer }: ReachWords): { email: string | null; preference: ContactPreference } {
  const last = profileIsNewer ? profile : shared;
  const quiet = shared.preference === 'dont_reach_out' || profile.preference === 'dont_reach_out';
  // What a form leaves blank, the profile may know; what was taken out of the profile is gone.
  return {
    email: profileIsNewer ? profile.email : (shared.email ?? profile.email),
    preference: quiet ? 'dont_reach_out' : last.preference,
  };
}

/**
 * Mail on a new referral: the Claimers, whatever their setting, and the Seeker if they prefer e-mail; the maker gets none (R28,
 * R14). Somebody who refers themselves is the Seeker here: the link in that mail is their way back.
 */
export function recipientsOfNewReferral(parties: Parties, author: ChangeAuthor): Recipient[] {
  const claimers = parties.claimers
    .filter((claimer) => claimer.userId !== author.userId)
    .map((claimer) => accountRecipient('program', claimer));
  return unique([...claimers, ...mailbox(parties, author), ...seekerIfWanted(parties)]);
}

/** Mail at once on a status change: every party who did not make it and wants that (R28); "Don't reach out" leaves only the Program (R14). */
export function recipientsOfStatusChange(parties: Parties, author: ChangeAuthor): Recipient[] {
  return hearersOfStatusChange(parties, author).flatMap(({ inDigest, ...recipient }) => (inDigest ? [] : [recipient]));
}

/** Who reads of a change in their daily digest. */
export interface DigestReader {
  userId: string;
  party: 'maker' | 'program';
}

/** Those who get it in their daily digest instead (R28). */
export function digestReadersOfStatusChange(parties: Parties, author: ChangeAuthor): DigestReader[] {
  return hearersOfStatusChange(parties, author).flatMap(({ inDigest, userId, party }) =>
    inDigest && userId !== null && party !== 'seeker' ? [{ userId, party }] : [],
  );
}

/** `inDigest` is about those who have an account, except the Seeker: their mail goes by how they want to be reached. */
interface Hearer extends Recipient {
  inDigest: boolean;
}

function hearersOfStatusChange(parties: Parties, author: ChangeAuthor): Hearer[] {
  const byAccount = (party: 'maker' | 'program', account: AccountParty): Hearer[] => {
    if (account.userId === author.userId || account.notifications === 'never') return [];
    return [{ ...accountRecipient(party, account), inDigest: account.notifications === 'daily_digest' }];
  };
  const quiet = parties.seeker.preference === 'dont_reach_out';
  const maker = parties.maker && !quiet ? byAccount('maker', parties.maker) : [];
  const claimers = parties.claimers.flatMap((claimer) => byAccount('program', claimer));
  const seeker = isSeekerThemself(parties.seeker, author) ? [] : seekerIfWanted(parties);
  const others = [...mailbox(parties, author), ...seeker].map((recipient) => ({ ...recipient, inDigest: false }));
  return unique([...maker, ...claimers, ...others]);
}

function seekerIfWanted({ seeker }: Parties): Recipient[] {
  if (seeker.preference !== 'email' || !seeker.email) return [];
  return [{ party: 'seeker', email: seeker.email, language: seeker.language, userId: seeker.userId }];
}

function mailbox({ programMailbox }: Parties, author: ChangeAuthor): Recipient[] {
  const theyDidIt = author.userId === null && author.sides.includes('program');
  return programMailbox && !theyDidIt ? [mailboxRecipient(programMailbox)] : [];
}

/** The Program's own address: nobody is known behind it, nor their language. */
export function mailboxRecipient(email: string): Recipient {
  return { party: 'program', email, language: 'en', userId: null };
}

function isSeekerThemself(seeker: SeekerParty, author: ChangeAuthor): boolean {
  if (author.userId !== null) return author.userId === seeker.userId;
  return author.sides.length === 1 && author.sides[0] === 'seeker';
}

export function accountRecipient(party: 'maker' | 'program', account: AccountParty): Recipient {
  return { party, email: account.email, language: account.language, userId: account.userId };
}

/** Somebody who is two parties at once, by account or by address, gets one mail, as the first of them. */
export function unique<R extends Recipient>(recipients: R[]): R[] {
  const seen = new Set<string>();
  return recipients.filter(({ email, userId }) => {
    const keys = [email.toLowerCase(), ...(userId ? [userId] : [])];
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !known;
  });
}
