import { isReferringSide } from '../domain/referral-policy.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import { seekerNameFor } from './referral-names.ts';
import type { ReferralDetail } from './referral.store.ts';

/** What leads to a referral: first the area, then the person where it is theirs among others. */
export function crumbsTo(referral: ReferralDetail, byInbound = !isReferringSide(referral.sides)): Link[] {
  if (byInbound) return [{ href: `/inbound/${referral.programId}`, label: t('Inbound Referrals') }];
  return [
    { href: '/people', label: t('People I’m Helping') },
    { href: `/people/${referral.seekerId}`, label: seekerNameFor(referral) },
  ];
}

/** The same with the referral itself, on pages that ask something about it. */
export function crumbsThrough(referral: ReferralDetail, byInbound = !isReferringSide(referral.sides)): Link[] {
  const label = byInbound ? seekerNameFor(referral) : referral.programName;
  return [...crumbsTo(referral, byInbound), { href: `/referrals/${referral.id}`, label }];
}
