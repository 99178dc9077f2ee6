import { statusConflict } from '../components/status-conflict.ts';
import type { Link } from '../http/components.ts';
import type { Conflict } from '../http/referral-components.ts';
import type { StaleVersion } from '../domain/errors.ts';
import { isHelper, isReferringSide } from '../domain/referral-policy.ts';
import { t } from '../i18n/translate.ts';
import { crumbsThrough } from './referral-crumbs.pages.ts';
import { seekerNameFor } from './referral-names.ts';
import type { ReferralDetail } from './referral.store.ts';
import type { StatusFormInput } from './status-change.forms.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/conflict': ConflictPage;
  }
}

export interface ConflictPage {
  id: string;
  /** Empty on a Seeker's page. */
  crumbs: Link[];
  heading: string;
  conflict: Conflict;
  back: Link;
}

interface ConflictPageFacts {
  referral: ReferralDetail;
  error: StaleVersion;
  input: StatusFormInput;
  returnTo: string;
  formKey: string;
  timeZone: string;
}

export function conflictPage({ referral, error, input, returnTo, formKey, timeZone }: ConflictPageFacts): ConflictPage {
  const helper = isHelper(referral.sides);
  const { current, changes } = error;
  return {
    id: referral.id,
    crumbs: helper ? crumbsThrough(referral, comesFromInbound(referral, returnTo)) : [],
    heading: helper
      ? t('Status of {{person}} at {{program}}', { person: seekerNameFor(referral), program: referral.programName })
      : referral.programName,
    conflict: statusConflict(
      { current, changes, chosen: input.status, reason: input.reason, plain: !helper },
      { action: `/referrals/${referral.id}/status`, hidden: [{ name: 'returnTo', value: returnTo }], formKey, timeZone },
    ),
    back: { href: returnTo, label: t('Go back and choose again') },
  };
}

/** Who is on both sides comes from either area. */
export function comesFromInbound({ sides }: ReferralDetail, returnTo: string): boolean {
  return !isReferringSide(sides) || (sides.includes('program') && returnTo.startsWith('/inbound/'));
}
