import { statusView } from '../components/status-view.ts';
import { REASON_MAX } from '../domain/field-lengths.ts';
import { labelOf, type Status } from '../domain/referral-status.ts';
import type { Link, StatusView } from '../http/components.ts';
import type { ErrorSummary, TextArea } from '../http/form-components.ts';
import { t } from '../i18n/translate.ts';
import type { BulkReview, BulkRow } from './bulk.store.ts';
import { bulkRowView, rowsWith, type BulkRowView } from './bulk-row.pages.ts';
import { here } from './inbound-tally.pages.ts';
import { queryOf, type InboundFilter } from './inbound.forms.ts';

declare module '../http/page.ts' {
  interface Pages {
    'inbound/bulk-review': BulkReviewPage;
    'inbound/bulk-result': BulkResultPage;
  }
}

interface BulkFormView {
  action: string;
  hidden: { name: string; value: string }[];
}

export interface BulkReviewPage extends BulkFormView {
  back: Link;
  errors: ErrorSummary | null;
  heading: string;
  to: StatusView;
  changes: BulkRowView[];
  /** Somebody changed them since they were ticked: they change only if ticked again (R5). */
  meanwhile: BulkRowView[];
  stays: BulkRowView[];
  gone: string | null;
  reason: TextArea;
  /** Null where nothing can be changed. */
  button: string | null;
}

export interface BulkResultPage {
  back: Link;
  heading: string;
  rows: BulkRowView[];
  gone: string | null;
  /** Who hears of it; null where nothing was changed. */
  told: string | null;
  /** To look at those again that somebody else changed. */
  again: (BulkFormView & { label: string }) | null;
}

/** What the service and the request gave. */
export interface BulkFacts {
  programId: string;
  review: BulkReview;
  to: Status;
  /** As typed. */
  reason: string;
  error: string | null;
  filter: InboundFilter;
  formKey: string;
  timeZone: string;
  now: Date;
}

export function bulkReviewPage(facts: BulkFacts): BulkReviewPage {
  const { programId, review, to, reason, error } = facts;
  const words = { ...facts, saved: false };
  const changes = rowsWith(review.rows, ['changes'], words);
  const meanwhile = rowsWith(review.rows, ['meanwhile'], words);
  return {
    back: backOf(facts),
    errors: error === null ? null : { errors: [{ href: '#reason', text: error }] },
    heading: changes.length > 0 ? t('Review {{count, number}} changes', { count: changes.length }) : t('Nothing to change'),
    to: statusView(to, true),
    changes,
    meanwhile,
    stays: rowsWith(review.rows, ['already', 'withdrawn'], words),
    gone: goneWords(review.gone),
    reason: reasonField(reason, error),
    button: changes.length + meanwhile.length === 0 ? null : buttonWords(changes.length, meanwhile.length, to),
    action: `${here(programId, '')}/bulk/apply`,
    hidden: [...hiddenOf(facts), ...changes.map(({ pick }) => ({ name: 'pick', value: pick }))],
  };
}

/** What came of each, in the order they were ticked. */
export function bulkResultPage(facts: BulkFacts): BulkResultPage {
  const { programId, review, to, reason } = facts;
  const changed = review.rows.filter(({ outcome }) => outcome === 'changes').length;
  const all = review.rows.length + review.gone;
  const again = review.rows.filter(({ outcome }) => outcome === 'meanwhile').map((row) => pickOf(row));
  const hidden = [...hiddenOf(facts), { name: 'reason', value: reason }, ...again];
  return {
    back: backOf(facts),
    heading: resultHeading(changed, all, to),
    rows: review.rows.map((row) => bulkRowView(row, { ...facts, saved: true })),
    gone: goneWords(review.gone),
    told: changed > 0 ? t('Everyone on the changed referrals who wants email gets one.') : null,
    again:
      again.length === 0
        ? null
        : { action: `${here(programId, '')}/bulk`, hidden, label: t('Review {{count, number}} referrals again', { count: again.length }) },
  };
}

function resultHeading(changed: number, all: number, to: Status): string {
  if (changed === 0) return t('No referral was changed');
  const values = { count: all, changed, status: t(labelOf(to)) };
  if (changed === all) return t('{{count, number}} referrals set to {{status}}', values);
  return t('{{changed}} of {{count, number}} referrals set to {{status}}', values);
}

function pickOf({ row }: BulkRow): { name: string; value: string } {
  return { name: 'pick', value: `${row.id}.${String(row.version)}` };
}

function hiddenOf({ to, filter, formKey }: BulkFacts): { name: string; value: string }[] {
  const list = queryOf(filter, filter.page).slice(1);
  return Object.entries({ to, list, _idem: formKey }).map(([name, value]) => ({ name, value }));
}

function backOf({ programId, filter }: BulkFacts): Link {
  return { href: here(programId, queryOf(filter, filter.page)), label: t('Inbound Referrals') };
}

function reasonField(value: string, error: string | null): TextArea {
  const hint = t('Everyone on each of these referrals can read it.');
  return { id: 'reason', name: 'reason', label: t('Reason'), optional: true, hint, error, value, rows: 3, maxlength: REASON_MAX };
}

function buttonWords(changes: number, meanwhile: number, to: Status): string {
  const status = t(labelOf(to));
  return meanwhile > 0
    ? t('Set to {{status}}', { status })
    : t('Set {{count, number}} referrals to {{status}}', { count: changes, status });
}

function goneWords(gone: number): string | null {
  return gone === 0 ? null : t('{{count, number}} referrals are not here any more.', { count: gone });
}
