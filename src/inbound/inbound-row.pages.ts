import { momentIn, type Moment } from '../components/dates.ts';
import { reachOf } from '../components/contact.ts';
import { statusControl } from '../components/status-control.ts';
import { allowedStatuses, maySeeContact } from '../domain/referral-policy.ts';
import { fullName } from '../domain/display-name.ts';
import type { StatusControl } from '../http/components.ts';
import type { Reach } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import type { InboundRow } from './inbound.store.ts';

export interface InboundRowView {
  id: string;
  /** It no longer fits the page but the reader has it on the screen: it stays while the page is open (U-21). */
  kept: boolean;
  /** What its checkbox says: the referral, and the version that is shown. Null where nothing can be changed. */
  pick: string | null;
  picked: boolean;
  href: string;
  name: string;
  reach: Reach;
  by: string;
  organization: string | null;
  comment: string;
  control: StatusControl;
  received: Moment;
}

/** What every row has in common: worked out once for the page. */
export interface RowContext {
  timeZone: string;
  now: Date;
  formKey: () => string;
  lateAfterDays: number;
  /** Where one comes back to from this row. */
  returnTo: (id: string, at: number) => string;
  picked: ReadonlySet<string>;
}

/** What the Program's side may set (R4). */
export const ALLOWED = allowedStatuses(['program']);

/** `at`: which row of the page it is. */
export function rowView(row: InboundRow, context: RowContext, at: number, kept: boolean): InboundRowView {
  const name = fullName(row.firstName, row.lastName);
  return {
    id: row.id,
    kept,
    pick: row.withdrawal ? null : `${row.id}.${String(row.version)}`,
    picked: context.picked.has(row.id),
    href: `/referrals/${row.id}`,
    name,
    reach: reachOf(row, maySeeContact(['program'], row.preference)),
    ...senderOf(row),
    comment: row.comment,
    received: momentIn(context.timeZone, row.createdAt),
    control: statusControl(
      { ...row, referralId: row.id, seekerName: name, lateAfterDays: context.lateAfterDays, allowed: ALLOWED },
      // Back to the row: the reader goes on from there.
      { ...context, returnTo: context.returnTo(row.id, at), formKey: context.formKey() },
    ),
  };
}

/** Who referred them, and what is said below it. */
export function senderOf({ source, makerName, makerOrganization }: InboundRow): { by: string; organization: string | null } {
  if (source === 'self') return { by: t('Self'), organization: t('Found us in search') };
  return { by: makerName, organization: source === 'program' ? t('Added here') : makerOrganization };
}
