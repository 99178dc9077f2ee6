import { momentIn } from '../components/dates.ts';
import type { Link } from '../http/components.ts';
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
    return { words: 'You answer its referrals.', reason: null, link: { href: `/inbound/${programId}`, label: 'Inbound Referrals' } };
  }
  if (claim?.state === 'pending') {
    const { date } = momentIn(timeZone, claim.createdAt);
    return {
      words: `You asked on ${date} to answer its referrals. Nobody has decided yet.`,
      reason: null,
      link: { href: ask, label: 'Your request' },
    };
  }
  if (claim?.state === 'refused') {
    return {
      words: 'Your request to answer its referrals was not approved.',
      reason: claim.reason,
      link: { href: ask, label: 'Ask again' },
    };
  }
  return { words: 'For who answers its referrals:', reason: null, link: { href: ask, label: 'I work here' } };
}
