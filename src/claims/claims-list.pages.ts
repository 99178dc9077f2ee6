import { momentIn } from '../components/dates.ts';
import { fullName } from '../domain/display-name.ts';
import type { Link } from '../http/components.ts';
import type { Empty } from '../http/list-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';
import type { ClaimToDecide } from './claim-decision.store.ts';
import type { OwnClaim } from './claim.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/claims': ClaimsPage;
  }
}

/** Settings > Claims: what waits for a decision, for those who decide, and what the reader asked for. */
export interface ClaimsPage {
  nav: NavLink[];
  intro: string;
  /** Null for somebody who decides nothing. */
  waiting: { tally: string; rows: WaitingRow[] } | null;
  own: OwnRow[];
  empty: Empty | null;
}

interface WaitingRow {
  program: Link;
  organization: string;
  who: string;
  email: string;
  asked: string;
}

interface OwnRow {
  program: Link;
  state: string;
  reason: string | null;
  next: Link | null;
}

export interface ClaimsFacts {
  nav: NavLink[];
  /** Null for somebody who decides nothing. */
  waiting: readonly ClaimToDecide[] | null;
  own: readonly OwnClaim[];
  timeZone: string;
}

export function claimsPage({ nav, waiting, own, timeZone }: ClaimsFacts): ClaimsPage {
  return {
    nav,
    intro: waiting
      ? t(
          'People who say that they work at a program. Check it with the program before you let somebody in: they will read every referral it gets.',
        )
      : t('Programs whose referrals you asked to answer.'),
    waiting: waiting && { tally: tallyOf(waiting.length), rows: waiting.map((claim) => waitingRow(claim, timeZone)) },
    own: own.map((claim) => ownRow(claim, timeZone)),
    empty: waiting === null && own.length === 0 ? none() : null,
  };
}

function none(): Empty {
  return {
    heading: t('You have asked for no program yet'),
    paragraphs: [t('If you work at a program, find it and choose “I work here” on its page. Somebody checks it and lets you in.')],
    main: { href: '/programs', label: t('Find programs'), icon: null },
    plain: null,
  };
}

function tallyOf(count: number): string {
  return count === 0 ? t('No request is waiting.') : t('{{count, number}} requests are waiting.', { count });
}

function waitingRow(claim: ClaimToDecide, timeZone: string): WaitingRow {
  return {
    program: { href: `/settings/claims/${claim.id}`, label: claim.programName },
    organization: claim.organization === claim.programName ? '' : claim.organization,
    who: fullName(claim.firstName, claim.lastName),
    email: claim.email,
    asked: momentIn(timeZone, claim.createdAt).date,
  };
}

function ownRow({ programId, programName, state, createdAt, decidedAt, reason }: OwnClaim, timeZone: string): OwnRow {
  const date = momentIn(timeZone, decidedAt ?? createdAt).date;
  const program = { href: `/programs/${programId}`, label: programName };
  if (state === 'pending') return { program, state: t('Asked on {{date}}. Waiting for a decision.', { date }), reason: null, next: null };
  if (state === 'approved')
    return {
      program,
      state: t('Approved on {{date}}.', { date }),
      reason: null,
      next: { href: `/inbound/${programId}`, label: t('Inbound Referrals') },
    };
  return {
    program,
    state: t('Not approved, {{date}}.', { date }),
    reason,
    next: { href: `/programs/${programId}/claim`, label: t('Ask again') },
  };
}
