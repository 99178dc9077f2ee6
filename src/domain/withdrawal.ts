import { NotAllowed } from './errors.ts';
import { closesLoop, type Status } from './referral-status.ts';
import type { Side } from './visibility.ts';

/** A referral its maker withdrew, and why. */
export interface Withdrawal {
  /** "Dana W.": only the maker withdraws (R6). */
  by: string;
  /** ISO, as it comes with the row. */
  at: string;
  reason: string | null;
}

/** What a withdrawn referral's status becomes: its loop is closed, and every count and filter stays right (R4). */
export const WITHDRAWN_STATUS = 'no_longer_interested' as const satisfies Status;

interface Standing {
  status: Status;
  withdrawal: Withdrawal | null;
}

/** Only who made it withdraws it, once, and not after the Seeker got help: that outcome stays true. */
export function mayWithdraw(sides: readonly Side[], { status, withdrawal }: Standing): boolean {
  return sides.includes('maker') && withdrawal === null && status !== 'got_help';
}

/** Whoever helps may take an open referral to another Program (R4); after the loop is closed one starts anew. */
export function mayForward(sides: readonly Side[], { status, withdrawal }: Standing): boolean {
  return sides.some((side) => side !== 'seeker') && withdrawal === null && !closesLoop(status);
}

/** A withdrawn referral stays as its maker left it. */
export class ReferralWithdrawn extends NotAllowed {
  override name = 'ReferralWithdrawn';
  constructor() {
    super('This referral was withdrawn, so its status stays as it is.');
  }
}
