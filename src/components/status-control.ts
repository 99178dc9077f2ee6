import type { LastUpdate, Link, StatusControl } from '../http/components.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Withdrawal } from '../domain/withdrawal.ts';
import { t } from '../i18n/translate.ts';
import { daysBetween, momentIn, shortDate } from './dates.ts';
import { statusGroups, statusView } from './status-view.ts';
import { viaWords } from './via-words.ts';

/** What is true of a referral, as plain facts; every page that shows a status makes its control from them. */
export interface StatusFacts {
  referralId: string;
  /** As the reader may know them: "Ana Ruiz". */
  seekerName: string;
  status: Status;
  version: number;
  /** Whether the Program has seen it. */
  seen: boolean;
  /** Of the last status change; null where the status never changed. */
  lastReason: string | null;
  lastActor: string | null;
  lastVia: string | null;
  lastOrganization: string | null;
  statusChangedAt: Date;
  createdAt: Date;
  lateAfterDays: number;
  /** What the reader may set: `allowedStatuses(sides)`. */
  allowed: readonly Status[];
  /** Set once its maker took the referral back: then nobody sets anything any more. */
  withdrawal: Withdrawal | null;
}

export interface StatusControlOptions {
  /** The page to come back to: a local path. */
  returnTo: string;
  timeZone: string;
  now: Date;
  /** `newFormKey()`: made each time the page is made. */
  formKey: string;
  /** On the referral's own page, beside the large ring: with the organization and the time of day. */
  headline?: boolean;
  /** After a failed try: what was chosen and written is kept, and the control is open. */
  failed?: { chosen: string | null; reason: string; error: string };
}

/** The one status control (R3 to R5): shows the status and who said so, opens to what the reader may set. */
export function statusControl(facts: StatusFacts, options: StatusControlOptions): StatusControl {
  const { failed } = options;
  const allowed = facts.withdrawal ? [] : facts.allowed;
  return {
    id: `status-${facts.referralId}`,
    of: facts.seekerName,
    action: `/referrals/${facts.referralId}/status`,
    version: facts.version,
    idem: options.formKey,
    hidden: [{ name: 'returnTo', value: options.returnTo }],
    fixed: allowed.length === 0,
    groups: statusGroups(allowed, facts.status),
    status: statusView(facts.status, facts.seen),
    face: options.headline ? 'mark' : 'ring',
    chosen: failed?.chosen ?? null,
    reason: failed?.reason ?? '',
    error: failed?.error ?? null,
    open: failed !== undefined,
    last: facts.withdrawal ? withdrawnBy(facts.withdrawal, options) : lastUpdate(facts, options),
    onward: onwardOf(facts.status, allowed, facts.referralId),
    late: lateWords(facts, options.now),
  };
}

/** "9 days without an update": nobody acted within the Program's own limit. */
export function lateWords(facts: Pick<StatusFacts, 'status' | 'createdAt' | 'lateAfterDays'>, now: Date): string | null {
  const days = daysBetween(facts.createdAt, now);
  if (facts.status !== 'not_updated' || days < facts.lateAfterDays) return null;
  return t('{{count, number}} days without an update', { count: days });
}

/** "Referred elsewhere" asks where: whoever may say so is led to the search (R4). */
function onwardOf(status: Status, allowed: readonly Status[], referralId: string): Link | null {
  const asks = status === 'referred_elsewhere' && allowed.includes('referred_elsewhere');
  return asks ? { href: `/referrals/${referralId}/forward`, label: t('Refer elsewhere') } : null;
}

function withdrawnBy({ by, at, reason }: Withdrawal, { timeZone, now, headline }: StatusControlOptions): LastUpdate {
  const moment = momentIn(timeZone, new Date(at));
  const when = headline ? `${moment.date}, ${moment.time}` : shortDate(moment, now);
  return { reason, line: t('Withdrawn by {{name}}, {{when}}', { name: by, when }), by };
}

function lastUpdate(facts: StatusFacts, { timeZone, now, headline }: StatusControlOptions): LastUpdate | null {
  if (facts.lastActor === null) return null;
  const moment = momentIn(timeZone, facts.statusChangedAt);
  const parts = headline
    ? [facts.lastActor, facts.lastOrganization, viaWords(facts.lastVia), moment.date, moment.time]
    : [facts.lastActor, viaWords(facts.lastVia), shortDate(moment, now)];
  return { reason: facts.lastReason, line: parts.filter(Boolean).join(', '), by: facts.lastActor };
}
