import { joinedWords } from '../components/joined-words.ts';
import { isReferringSide, seekerFor } from '../domain/referral-policy.ts';
import { t } from '../i18n/translate.ts';
import type { ReferralDetail } from './referral.store.ts';

/** Who can see the referral, in words (R8 to R12). */
export function audienceWords(referral: ReferralDetail, userId: string): string {
  const people = [makerWords(referral, userId), teamWords(referral), seekerWords(referral), programWords(referral)];
  const sentence = joinedWords(people.filter((one) => one !== null));
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function makerWords({ madeById, makerName }: ReferralDetail, userId: string): string | null {
  if (madeById === null) return null;
  return madeById === userId ? t('you') : makerName;
}

/** The Teams' names are the referring side's own business. */
function teamWords({ sides, teamNames, teamIds }: ReferralDetail): string | null {
  if (teamIds.length === 0) return null;
  if (!isReferringSide(sides)) return t('the team it was shared with');
  const names = joinedWords(teamNames);
  return teamNames.length === 1 ? t('the team {{name}}', { name: names }) : t('the teams {{names}}', { names });
}

/** Whether the Seeker has an account is no part of what the form shared (R11). */
function seekerWords(referral: ReferralDetail): string {
  const { firstName } = seekerFor(referral);
  const byLink = referral.seekerUserId === null && isReferringSide(referral.sides);
  return byLink ? t('{{name}} (by Status link, if one was sent)', { name: firstName }) : firstName;
}

function programWords({ claimed, told }: ReferralDetail): string {
  if (!told) return t('nobody at the Program yet');
  return claimed ? t('the Program’s Claimers') : t('the Program (by Status link: it has no Claimers yet)');
}
