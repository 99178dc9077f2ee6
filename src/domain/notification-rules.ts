import type { Side } from './visibility.ts';

/** The people a referral concerns, as far as mail is concerned. */
export interface Parties {
  maker: AccountParty | null;
  claimers: readonly AccountParty[];
  seeker: SeekerParty;
}

export interface AccountParty {
  userId: string;
  email: string;
  language: string;
  notifications: 'at_once' | 'daily_digest' | 'never';
}

export interface SeekerParty {
  userId: string | null;
  email: string | null;
  language: string;
  preference: 'email' | 'text' | 'phone' | 'dont_reach_out';
}

export interface Recipient {
  party: 'maker' | 'program' | 'seeker';
  email: string;
  language: string;
  userId: string | null;
}

/** Who made the change: mail never goes back to them. */
export interface ChangeAuthor {
  userId: string | null;
  sides: readonly Side[];
}

/** Mail on a new referral: the Claimers, and the Seeker if they prefer e-mail; the maker gets none (R28, R14). */
export function recipientsOfNewReferral(parties: Parties, author: ChangeAuthor): Recipient[] {
  const claimers = parties.claimers.filter((claimer) => claimer.userId !== author.userId).map((claimer) => toRecipient('program', claimer));
  return unique([...claimers, ...seekerIfWanted(parties, author)]);
}

/** Mail on a status change: every party who did not make it and wants mail (R28); "Don't reach out" leaves only the Program (R14). */
export function recipientsOfStatusChange(parties: Parties, author: ChangeAuthor): Recipient[] {
  const wants = (account: AccountParty): boolean => account.notifications === 'at_once' && account.userId !== author.userId;
  const quiet = parties.seeker.preference === 'dont_reach_out';
  const maker = parties.maker && !quiet && wants(parties.maker) ? [toRecipient('maker', parties.maker)] : [];
  const claimers = parties.claimers.filter(wants).map((claimer) => toRecipient('program', claimer));
  return unique([...maker, ...claimers, ...seekerIfWanted(parties, author)]);
}

function seekerIfWanted({ seeker }: Parties, author: ChangeAuthor): Recipient[] {
  if (seeker.preference !== 'email' || !seeker.email) return [];
  if (isSeekerThemself(seeker, author)) return [];
  return [{ party: 'seeker', email: seeker.email, language: seeker.language, userId: seeker.userId }];
}

function isSeekerThemself(seeker: SeekerParty, author: ChangeAuthor): boolean {
  if (author.userId !== null) return author.userId === seeker.userId;
  return author.sides.length === 1 && author.sides[0] === 'seeker';
}

function toRecipient(party: 'maker' | 'program', account: AccountParty): Recipient {
  return { party, email: account.email, language: account.language, userId: account.userId };
}

/** Somebody who is two parties at once gets one mail, as the first of them. */
function unique(recipients: Recipient[]): Recipient[] {
  const seen = new Set<string>();
  return recipients.filter(({ email }) => {
    const key = email.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
