import { phoneHref, phoneText } from '../components/contact.ts';
import { momentIn } from '../components/dates.ts';
import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { fullName } from '../domain/display-name.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, TextArea } from '../http/form-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import type { ClaimRefusal } from './claim-refusal.ts';
import { t } from '../i18n/translate.ts';
import type { ClaimToDecide } from './claim-decision.store.ts';
import { REASON_MAX } from './claim.forms.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/claim': ClaimDecisionPage;
  }
}

/** One request, with what it takes to find out whether it is true, and the two ways to answer it (R27). */
export interface ClaimDecisionPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  heading: string;
  /** "Approved by Alma T., Riverside Clinic, on 3 Dec 2026."; null while it waits. */
  decided: string | null;
  /** What has just gone another way: somebody else was first. */
  late: string | null;
  who: string;
  email: string;
  confirmed: string;
  message: string;
  asked: string;
  program: Link;
  organization: string;
  contact: { phone: Link | null; email: string | null; website: Link | null; address: string | null };
  /** What letting them in means here. */
  meaning: string;
  approve: string;
  refuse: string;
  reason: TextArea;
  idem: string;
}

export interface DecisionFacts {
  nav: NavLink[];
  claim: ClaimToDecide;
  /** The reader pressed a button for what was decided already. */
  late: boolean;
  idem: string;
  timeZone: string;
}

export function claimDecisionPage({ nav, claim, late, idem, timeZone }: DecisionFacts, form: FormState = emptyForm): ClaimDecisionPage {
  const name = fullName(claim.firstName, claim.lastName);
  const here = `/settings/claims/${claim.id}`;
  const decided = decidedWords(claim, timeZone);
  return {
    nav,
    summary: errorSummary(form, ['reason']),
    heading: t('{{name}} asks to answer referrals', { name }),
    decided,
    late: late && decided ? t('Somebody else decided this first, so nothing was changed by you.') : null,
    who: name,
    email: claim.email,
    confirmed: confirmedWords(claim, timeZone),
    message: claim.message,
    asked: momentIn(timeZone, claim.createdAt).date,
    program: { href: `/programs/${claim.programId}`, label: claim.programName },
    organization: claim.organization,
    contact: contactOf(claim),
    meaning: meaningOf(claim),
    approve: `${here}/approve`,
    refuse: `${here}/refuse`,
    reason: {
      ...fieldIn(form, 'reason'),
      label: t('Reason'),
      hint: t('They read it, and can ask again.'),
      rows: 2,
      maxlength: REASON_MAX,
    },
    idem,
  };
}

function decidedWords({ state, decidedByName, decidedAt, reason }: ClaimToDecide, timeZone: string): string | null {
  if (state === 'pending' || !decidedAt) return null;
  const values = { who: decidedByName ?? '', date: momentIn(timeZone, decidedAt).date, reason: reason ?? '' };
  return state === 'approved'
    ? t('Approved by {{who}} on {{date}}.', { who: values.who, date: values.date })
    : t('Refused by {{who}} on {{date}}. Reason: {{reason}}', values);
}

function confirmedWords({ emailVerifiedAt, accountSince }: ClaimToDecide, timeZone: string): string {
  const { date } = momentIn(timeZone, accountSince);
  return emailVerifiedAt
    ? t('Address confirmed. Account since {{date}}.', { date })
    : t('Address not confirmed. Account since {{date}}.', { date });
}

function meaningOf({ claimers, retired }: ClaimToDecide): string {
  if (retired) return t('This program is no longer listed: nobody can be let in.');
  if (claimers === 0)
    return t('They would be the first here, and so its Program Admin: they read every referral it got and gets, and invite others.');
  return t('{{count, number}} people answer its referrals already. They would join them, and read every referral it got and gets.', {
    count: claimers,
  });
}

/** As the directory has it: what the person says of themselves proves nothing. */
function contactOf({ programPhone, programEmail, programUrl, programAddress }: ClaimToDecide): ClaimDecisionPage['contact'] {
  return {
    phone: programPhone ? { href: phoneHref(programPhone), label: phoneText(programPhone) } : null,
    email: programEmail,
    website: programUrl ? { href: programUrl, label: programUrl.replace(/^https?:\/\//, '').replace(/\/$/, '') } : null,
    address: programAddress,
  };
}

/** Why nobody could be let in, and what to do. */
export function refusalWords(refusal: NonNullable<ClaimRefusal>): string {
  return refusal === 'unconfirmed'
    ? t('Their email address is not confirmed yet. Approve the request when it is.')
    : t('This Program is no longer listed. Refuse the request and say so.');
}
