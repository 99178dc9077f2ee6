import { fullName } from '../domain/display-name.ts';
import { isReferringSide } from '../domain/referral-policy.ts';
import type { PersonDetails, ReferralDetail } from './referral.store.ts';

/** The Seeker as this reader may know them: the profile for the referring side, what the form shared for the Program (R11). */
export function seekerFor(referral: ReferralDetail): PersonDetails {
  return isReferringSide(referral.sides) ? referral.profile : referral.shared;
}

export function seekerNameFor(referral: ReferralDetail): string {
  const { firstName, lastName } = seekerFor(referral);
  return fullName(firstName, lastName);
}
