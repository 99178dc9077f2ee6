import { plainStatus, seekerAnswer, withdrawnWords } from '../components/answer-form.ts';
import { plainConsent } from '../components/consent.ts';
import { phoneHref, phoneText } from '../components/contact.ts';
import { daysBetween, momentIn } from '../components/dates.ts';
import { whoLine } from '../components/history.ts';
import { lateWords } from '../components/status-control.ts';
import type { AnswerForm, Link } from '../http/components.ts';
import type { Empty, SeekerReferral } from '../http/list-components.ts';
import { closesLoop } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';
import type { OwnReferralRow } from './for-me.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'dashboards/for-me': ForMePage;
  }
}

export interface ForMePage {
  /** Said first to whoever has not confirmed their address: nothing is theirs before (R12). */
  unconfirmed: string | null;
  referrals: SeekerReferral[];
  empty: Empty | null;
  newer: Link | null;
  older: Link | null;
}

export interface ForMeFacts {
  rows: readonly OwnReferralRow[];
  /** What the reader still has on the screen that is no longer among the rows of this page. */
  kept: readonly OwnReferralRow[];
  page: number;
  more: boolean;
  timeZone: string;
  now: Date;
  formKey: () => string;
}

export function forMePage(facts: ForMeFacts): ForMePage {
  const { rows, kept, page, more } = facts;
  return {
    unconfirmed: null,
    referrals: [
      ...rows.map((row, at) => referralView(row, facts, { first: page === 1 && at === 0, kept: false })),
      ...kept.map((row) => referralView(row, facts, { first: false, kept: true })),
    ],
    empty: rows.length === 0 && page === 1 ? noneYet() : null,
    newer: page > 1 ? { href: addressOf(page - 1), label: t('Newer referrals') } : null,
    older: more ? { href: addressOf(page + 1), label: t('Older referrals') } : null,
  };
}

/** For an account whose address is not confirmed: only a verified address makes somebody the Seeker (R12). */
export function unconfirmedForMe(email: string): ForMePage {
  return { unconfirmed: email, referrals: [], empty: null, newer: null, older: null };
}

function noneYet(): Empty {
  return {
    heading: t('No referrals yet'),
    paragraphs: [
      t('When somebody refers you to a program and uses your email address, you see it here.'),
      t('You can also find a program and ask for help yourself.'),
    ],
    main: { href: '/programs', label: t('Find programs'), icon: null },
    plain: { href: '/start', label: t('I work with people who need help') },
  };
}

export function addressOf(page: number): string {
  return page > 1 ? `/for-me?page=${String(page)}` : '/for-me';
}

function referralView(row: OwnReferralRow, facts: ForMeFacts, { first, kept }: { first: boolean; kept: boolean }): SeekerReferral {
  const { value, words, ring, category } = plainStatus(row.status, row.seen, row);
  const closed = closesLoop(row.status);
  return {
    id: row.id,
    kept,
    ring,
    category,
    statusValue: value,
    words,
    program: row.programName,
    quote: row.comment || null,
    by: writtenBy(row, facts.timeZone),
    call: callOf(row, facts.now),
    withdrawn: row.withdrawal && withdrawnWords(row.withdrawal, facts.timeZone),
    answer: row.withdrawal ? null : answerOf(row, facts),
    open: first && !closed,
    opens: closed ? t('Change my answer') : t('Tell us what happened'),
    consent: row.consent && plainConsent({ ...row.consent, createdAt: new Date(row.consent.at) }, facts.timeZone, `consent-${row.id}`),
    more: { href: `/referrals/${row.id}`, label: t('What happened so far') },
  };
}

function answerOf(row: OwnReferralRow, { page, formKey }: ForMeFacts): AnswerForm {
  return seekerAnswer({
    id: `answer-${row.id}`,
    action: `/referrals/${row.id}/status`,
    version: row.version,
    formKey: formKey(),
    hidden: [{ name: 'returnTo', value: addressOf(page) }],
    after: t('You can change your answer at any time.'),
    failed: null,
  });
}

function writtenBy({ madeById, makerName, makerOrganization, createdAt }: OwnReferralRow, timeZone: string): string {
  const { date } = momentIn(timeZone, createdAt);
  if (madeById === null) return t('This came with the form on {{date}}', { date });
  return t('{{who}}, wrote this on {{date}}', { who: whoLine(makerName, makerOrganization), date });
}

function callOf(row: OwnReferralRow, now: Date): SeekerReferral['call'] {
  if (!row.programPhone || lateWords(row, now) === null) return null;
  const days = t('{{count, number}} days', { count: daysBetween(row.createdAt, now) });
  const words = t('They have had it for {{days}}. You can call them:', { days });
  return { words, phone: phoneText(row.programPhone), href: phoneHref(row.programPhone) };
}
