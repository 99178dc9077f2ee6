import { isReferringSide } from './referral-policy.ts';
import type { Side } from './visibility.ts';

/** How long a Goal's name, and what is said about it, may be. */
export const GOAL_TITLE_MAX = 120;
export const GOAL_DETAIL_MAX = 1_000;

/** Goals are the referring side's alone: the Program never sees one (R11), nor does the Seeker, whatever else they are. */
export function worksWithGoals(sides: readonly Side[]): boolean {
  return isReferringSide(sides) && !sides.includes('seeker');
}
