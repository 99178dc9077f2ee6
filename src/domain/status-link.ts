/** Rules of Status links: 256 random bits, 60 days unless configured otherwise, any number of uses (R26, R30). */
export interface LinkFacts {
  expiresAt: Date;
  reissuedAt: Date | null;
  /** Its referral was withdrawn by its maker. */
  withdrawn: boolean;
  /** Whether the recipient could see the referral today: still a Claimer, or still the Seeker's address. */
  recipientHasAccess: boolean;
}

export type LinkState = 'live' | 'expired' | 'reissued' | 'revoked' | 'withdrawn';

export function linkState(link: LinkFacts, now: Date): LinkState {
  if (!link.recipientHasAccess) return 'revoked';
  if (link.withdrawn) return 'withdrawn';
  if (link.expiresAt > now) return 'live';
  return link.reissuedAt ? 'reissued' : 'expired';
}

/** A dead link may be replaced by mail to the stored address, once it died of age alone (R30). */
export function mayReissue(state: LinkState): boolean {
  return state === 'expired' || state === 'reissued';
}

export function linkExpiry(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
