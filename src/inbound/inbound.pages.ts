import { momentIn, type Moment } from '../components/dates.ts';
import { reachOf } from '../components/contact.ts';
import { statusControl } from '../components/status-control.ts';
import { countText } from '../domain/counting.ts';
import { allowedStatuses, maySeeContact } from '../domain/referral-policy.ts';
import { fullName } from '../domain/display-name.ts';
import type { StatusControl } from '../http/components.ts';
import type { Empty, Pagination, ProgramRail, Reach, Tally } from '../http/list-components.ts';
import { emptyInbound } from './inbound-empty.pages.ts';
import { filterView, type FilterView } from './inbound-filter.pages.ts';
import { here, paginationOf, tallyOf } from './inbound-tally.pages.ts';
import { queryOf, type InboundFilter } from './inbound.forms.ts';
import type { InboundProgram, InboundRow } from './inbound.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'inbound/list': InboundPage;
    'inbound/none': Empty;
  }
}

export interface InboundPage {
  programId: string;
  program: string;
  accepting: boolean;
  rail: ProgramRail;
  filter: FilterView;
  tally: Tally;
  rows: InboundRowView[];
  empty: Empty | null;
  pages: Pagination;
}

export interface InboundRowView {
  id: string;
  /** It no longer fits the page but the reader has it on the screen: it stays while the page is open (U-21). */
  kept: boolean;
  href: string;
  name: string;
  reach: Reach;
  by: string;
  organization: string | null;
  comment: string;
  control: StatusControl;
  received: Moment;
}

/** What the store and the request gave. */
export interface InboundFacts {
  program: InboundProgram;
  programs: readonly InboundProgram[];
  filter: InboundFilter;
  total: number;
  rows: readonly InboundRow[];
  kept: readonly InboundRow[];
  timeZone: string;
  now: Date;
  formKey: () => string;
}

/** What every row has in common: worked out once for the page. */
interface RowContext extends Pick<InboundFacts, 'timeZone' | 'now' | 'formKey'> {
  lateAfterDays: number;
  returnTo: string;
}

const ALLOWED = allowedStatuses(['program']);

export function inboundPage(facts: InboundFacts): InboundPage {
  const { program, filter, total, timeZone, now, formKey } = facts;
  const context = {
    timeZone,
    now,
    formKey,
    lateAfterDays: program.lateAfterDays,
    returnTo: here(program.id, queryOf(filter, filter.page)),
  };
  return {
    programId: program.id,
    program: program.name,
    accepting: program.acceptingReferrals,
    rail: railOf(facts),
    filter: filterView(program.id, filter),
    tally: tallyOf(facts),
    rows: [...facts.rows.map((row) => rowView(row, context, false)), ...facts.kept.map((row) => rowView(row, context, true))],
    empty: total === 0 ? emptyInbound(program, filter) : null,
    pages: paginationOf(facts),
  };
}

function rowView(row: InboundRow, context: RowContext, kept: boolean): InboundRowView {
  const name = fullName(row.firstName, row.lastName);
  const self = row.source === 'self';
  return {
    id: row.id,
    kept,
    href: `/referrals/${row.id}`,
    name,
    reach: reachOf(row, maySeeContact(['program'], row.preference)),
    by: self ? 'Self' : row.makerName,
    organization: self ? 'Found us in search' : row.makerOrganization,
    comment: row.comment,
    received: momentIn(context.timeZone, row.createdAt),
    control: statusControl(
      { ...row, referralId: row.id, seekerName: name, lateAfterDays: context.lateAfterDays, allowed: ALLOWED },
      // Back to the row: the reader goes on from there.
      { ...context, returnTo: `${context.returnTo}#row-${row.id}`, formKey: context.formKey() },
    ),
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
