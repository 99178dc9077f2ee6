import { momentIn } from '../components/dates.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { OwnClaim } from '../claims/claim.store.ts';

/** How the reader stands to the Program: the quiet way in for who works there (R27). */
export interface ProgramClaim {
  words: string;
  /** Why it was not approved, as they were told. */
  reason: string | null;
  link: Link;
}

export interface ClaimStanding {
  programId: string;
  worksThere: boolean;
  /** Their newest request. */
  claim: OwnClaim | null;
  timeZone: string;
}

export function programClaim({ programId, worksThere, claim, timeZone }: ClaimStanding): ProgramClaim {
  const ask = `/programs/${programId}/claim`;
  if (worksThere) {
    return { words: t('You answer its referrals.'), reason: null, link: { href: `/inbound/${programId}`, label: t('Inbound Referrals') } };
  }
  if (claim?.state === 'pending') {
    const { date } = momentIn(timeZone, claim.createdAt);
    return {
      words: t('You asked on {{date}} to answer its referrals. Nobody has decided yet.', { date }),
      reason: null,
      link: { href: ask, label: t('Your request') },
    };
  }
  if (claim?.state === 'refused') {
    return {
      words: t('Your request to answer its referrals was not approved.'),
      reason: claim.reason,
      link: { href: ask, label: t('Ask again') },
    };
  }
  return { words: t('Do you answer its referrals?'), reason: null, link: { href: ask, label: t('I work here') } };
}
