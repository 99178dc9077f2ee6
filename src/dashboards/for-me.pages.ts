import { plainStatus, seekerAnswer, withdrawnWords } from '../components/answer-form.ts';
import { plainConsent } from '../components/consent.ts';
import { phoneHref, phoneText } from '../components/contact.ts';
import { daysBetween } from '../components/dates.ts';
import { writtenBy } from '../components/written-by.ts';
import { lateWords } from '../components/status-control.ts';
import type { AnswerForm, Link } from '../http/components.ts';
import type { Empty, SeekerReferral } from '../http/list-components.ts';
import { closesLoop, isRefused, SEEKER_CHOICES, SEEKER_WORDS } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';
import type { SavedAnswer } from './for-me-saved.store.ts';
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
  saved: SavedAnswer | null;
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
  const saved = facts.saved?.id === row.id ? facts.saved : null;
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
    saved: saved && savedWords(row, saved),
    onward: !row.withdrawal && isRefused(row.status) ? { href: '/programs', label: t('Find other programs') } : null,
    open: first && !closed && !saved,
    opens: closed || saved ? t('Change my answer') : t('Tell us what happened'),
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
    hidden: [{ name: 'returnTo', value: addressAfter(row, page) }],
    after: t('You can change your answer at any time.'),
    failed: null,
  });
}

/** Back here, to the answer that was given. */
function addressAfter({ id, version }: OwnReferralRow, page: number): string {
  const query = new URLSearchParams({ ...(page > 1 ? { page: String(page) } : {}), saved: id, version: String(version) });
  return `/for-me?${query.toString()}#saved-${id}`;
}

/** What was saved, and who reads it: nobody is named who does not (R28). */
function savedWords(row: OwnReferralRow, { moved }: SavedAnswer): string {
  if (!moved) return t('That is how it stands already. Nothing was changed.');
  const answer = SEEKER_CHOICES.find(({ status }) => status === row.status)?.words ?? SEEKER_WORDS[row.status];
  return `${t('Saved: {{status}}.', { status: t(answer) })} ${readersOf(row)}`;
}

function readersOf({ madeById, makerName: name, told }: OwnReferralRow): string {
  if (madeById === null) return told ? t('The Program can see it now.') : t('Nobody at the Program reads it yet.');
  return told ? t('{{name}} and the Program can see it now.', { name }) : t('{{name}} can see it now.', { name });
}

function callOf(row: OwnReferralRow, now: Date): SeekerReferral['call'] {
  const unknown = row.status === 'not_updated' && !row.told && !row.withdrawal;
  if (!row.programPhone || (!unknown && lateWords(row, now) === null)) return null;
  const days = t('{{count, number}} days', { count: daysBetween(row.createdAt, now) });
  // Whom nobody told has had nothing for any time (R28).
  const words = row.told ? t('They have had it for {{days}}. You can call them:', { days }) : t('You can call them:');
  return { words, phone: phoneText(row.programPhone), href: phoneHref(row.programPhone) };
}
