import { NotAllowed } from './errors.ts';

export type Refusal = 'retired' | 'not_accepting' | 'profile_changed' | 'same_program' | 'closed_meanwhile' | 'changed_meanwhile';

export const REFUSAL_WORDS: Record<Refusal, string> = {
  retired: 'This Program is no longer listed, so nothing was sent',
  not_accepting: 'This Program has stopped accepting referrals, so nothing was sent',
  profile_changed: 'Somebody changed the profile while you were writing. Compare it, then tick again if yours is right',
  same_program: 'The referral was sent to this Program before. Go back to the search and choose another one',
  closed_meanwhile: 'The referral you take further was closed meanwhile, so nothing was sent',
  changed_meanwhile:
    'Somebody changed the status of the referral you take further. Look at it below, then send again if this is still right',
};

/** A referral that was filled in well and still cannot be sent; nothing was written. */
export class ReferralRefused extends NotAllowed {
  override name = 'ReferralRefused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(REFUSAL_WORDS[refusal]);
    this.refusal = refusal;
  }
}

/** Throws when a Program takes no referrals: its listing ended, or its switch is off. */
export function assertTakesReferrals(program: { retiredAt: Date | null; acceptingReferrals: boolean }): void {
  if (program.retiredAt) throw new ReferralRefused('retired');
  if (!program.acceptingReferrals) throw new ReferralRefused('not_accepting');
}
