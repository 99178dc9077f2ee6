import { isReferringSide } from '../domain/referral-policy.ts';
import type { ReferralDetail } from './referral.store.ts';
import { seekerFor } from './referral-names.ts';

/** Who can see the referral, in words (R8 to R12). */
export function audienceWords(referral: ReferralDetail, userId: string, logged: boolean): string {
  const program = logged ? 'nobody at the Program yet' : programWords(referral);
  const people = [makerWords(referral, userId), teamWords(referral), seekerWords(referral), program];
  const sentence = joined(people.filter((one) => one !== null));
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function makerWords({ madeById, makerName }: ReferralDetail, userId: string): string | null {
  if (madeById === null) return null;
  return madeById === userId ? 'you' : makerName;
}

/** The Teams' names are the referring side's own business. */
function teamWords({ sides, teamNames, teamIds }: ReferralDetail): string | null {
  if (teamIds.length === 0) return null;
  if (!isReferringSide(sides)) return 'the team it was shared with';
  return `the ${teamNames.length === 1 ? 'team' : 'teams'} ${joined(teamNames)}`;
}

/** Whether the Seeker has an account is no part of what the form shared (R11). */
function seekerWords(referral: ReferralDetail): string {
  const { firstName } = seekerFor(referral);
  return referral.seekerUserId === null && isReferringSide(referral.sides) ? `${firstName} (by Status link, if one was sent)` : firstName;
}

function programWords({ claimed }: ReferralDetail): string {
  return claimed ? 'the Program’s Claimers' : 'the Program (by Status link: it has no Claimers yet)';
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
