import type { FormState } from '../components/fields.ts';
import type { Sorts } from '../components/sorting.ts';
import { statusGroups } from '../components/status-view.ts';
import { countText } from '../domain/counting.ts';
import type { InboundColumn } from '../domain/inbound-order.ts';
import type { StatusGroup } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { Empty, Pagination, ProgramRail, Tally } from '../http/list-components.ts';
import { emptyInbound } from './inbound-empty.pages.ts';
import { filterView, type FilterView } from './inbound-filter.pages.ts';
import { ALLOWED, rowView, type InboundRowView } from './inbound-row.pages.ts';
import { inboundSorts } from './inbound-sort.pages.ts';
import { here, paginationOf, tallyOf } from './inbound-tally.pages.ts';
import { leftRow, type LeftRow } from './inbound-left.pages.ts';
import { afterSaving, PAGE_SIZE, queryOf, type InboundFilter } from './inbound.forms.ts';
import type { InboundProgram, InboundRow } from './inbound.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'inbound/list': InboundPage;
    'inbound/none': Empty;
  }
}

export interface InboundPage extends Sorts<InboundColumn> {
  programId: string;
  program: string;
  accepting: boolean;
  errors: ErrorSummary | null;
  addHref: string;
  /** Null while there is nothing to take along. */
  exportHref: string | null;
  rail: ProgramRail;
  filter: FilterView;
  tally: Tally;
  rows: InboundRowView[];
  /** What was just saved and is not among the rows any more. */
  left: LeftRow | null;
  empty: Empty | null;
  pages: Pagination;
  bulk: BulkBar;
}

/** What is done with the referrals that are ticked (U-15). */
export interface BulkBar {
  action: string;
  /** Where to come back to: the query of this list. */
  list: string;
  groups: StatusGroup[];
  chosen: string | null;
  error: string | null;
}

/** A bulk change that could not be looked at: what is missing, and what was ticked. */
export interface BulkFailure {
  picked: ReadonlySet<string>;
  chosen: string | null;
  errors: Readonly<Record<string, string>>;
}

/** What the service and the request gave. */
export interface InboundFacts {
  program: InboundProgram;
  programs: readonly InboundProgram[];
  filter: InboundFilter;
  total: number;
  rows: readonly InboundRow[];
  kept: readonly InboundRow[];
  /** The referral that was just saved, which this page does not have any more, and the row it had been. */
  changed: { row: InboundRow; at: number } | null;
  organizations: readonly string[];
  knowsSenders: boolean;
  /** The search box as it was filled in. */
  form: FormState;
  failed: BulkFailure | null;
  timeZone: string;
  now: Date;
  formKey: () => string;
}

export function inboundPage(facts: InboundFacts): InboundPage {
  const { program, filter, total, timeZone, now, formKey } = facts;
  const onScreen = facts.rows.length + facts.kept.length;
  const shown = { ...facts, total: onScreen > 0 ? Math.max(total, (filter.page - 1) * PAGE_SIZE + onScreen) : total, onScreen };
  const context = {
    timeZone,
    now,
    formKey,
    lateAfterDays: program.lateAfterDays,
    returnTo: (id: string, at: number) => here(program.id, afterSaving(filter, id, at)),
    picked: facts.failed?.picked ?? new Set<string>(),
  };
  return {
    programId: program.id,
    program: program.name,
    accepting: program.acceptingReferrals,
    errors: errorsOf(facts),
    addHref: `/inbound/${program.id}/add`,
    exportHref: total > 0 ? `/inbound/${program.id}/export.csv${queryOf(filter)}` : null,
    rail: railOf(facts),
    filter: filterView({ ...facts, programId: program.id }),
    tally: tallyOf(shown),
    ...inboundSorts(program.id, filter),
    rows: [...facts.rows, ...facts.kept].map((row, at) => rowView(row, context, at, at >= facts.rows.length)),
    left: facts.changed && leftRow({ ...facts.changed, rows: facts.rows.length, filter }),
    empty: shown.total === 0 ? emptyInbound(program, filter) : null,
    pages: paginationOf(shown),
    bulk: bulkBar(facts),
  };
}

const PLACES: Readonly<Record<string, string>> = { q: '#q', to: '#bulk-to', pick: '#rows' };

function errorsOf({ form, failed }: InboundFacts): ErrorSummary | null {
  const errors = Object.entries({ ...form.errors, ...failed?.errors });
  return errors.length === 0 ? null : { errors: errors.map(([name, text]) => ({ href: PLACES[name] ?? '#main', text })) };
}

function bulkBar({ program, filter, failed }: InboundFacts): BulkBar {
  return {
    action: `/inbound/${program.id}/bulk`,
    list: queryOf(filter, filter.page).slice(1),
    groups: statusGroups(ALLOWED, null),
    chosen: failed?.chosen ?? null,
    error: failed?.errors['to'] ?? null,
  };
}

function railOf({ programs, program }: InboundFacts): ProgramRail {
  return {
    current: program.name,
    programs: programs.map(({ id, name, notUpdated }) => ({
      href: here(id, ''),
      name,
      count: countText(notUpdated),
      current: id === program.id,
    })),
  };
}
