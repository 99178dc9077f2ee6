import { fullName } from '../domain/display-name.ts';
import { seekerFor } from '../domain/referral-policy.ts';
import type { ReferralDetail } from './referral.store.ts';

export function seekerNameFor(referral: ReferralDetail): string {
  const { firstName, lastName } = seekerFor(referral);
  return fullName(firstName, lastName);
}
