import { momentIn, type Moment } from '../components/dates.ts';
import { statusGroups, statusView } from '../components/status-view.ts';
import { STATUSES, type Status } from '../domain/referral-status.ts';
import type { StatusControl, StatusFields } from '../http/components.ts';

/** Where everything of this page leads: nowhere else. */
export const HERE = '/dev/styleguide';
export const ZONE = 'America/Los_Angeles';
export const IDEM = 'k'.repeat(22);
export const PROGRAM = 'Fair Oaks Center Rent Help';
export const SEEKER = 'Lucia Torres';
export const LONG_NAME = 'Bartholomew Okonkwo-Featherstonehaugh';
export const SAID = 'Two months behind after her hours at the bakery were cut. Prefers Spanish, after 3 pm.';
export const NOW = new Date('2026-12-05T18:00:00Z');

export const day = (date: number): Moment => momentIn(ZONE, new Date(Date.UTC(2026, 11, date, 17, 58)));

/** What may be set: anything but "Not updated". */
export const ALLOWED = STATUSES.filter((status) => status !== 'not_updated');

export function statusForm(current: Status | null): StatusFields {
  const groups = statusGroups(ALLOWED, current);
  return { action: HERE, version: 3, idem: IDEM, hidden: [], groups, chosen: null, reason: '', error: null };
}

/** The status control of one sample, unlike any other on the page. */
export function controlOf(id: string, status: Status, wish: Partial<StatusControl> = {}): StatusControl {
  return {
    ...statusForm(status),
    id: `status-${id}`,
    of: SEEKER,
    status: statusView(status, status !== 'not_updated'),
    face: 'ring',
    open: false,
    fixed: false,
    last: status === 'not_updated' ? null : { reason: 'Asked for the lease.', line: 'Maria G., by email link, 3 Dec', by: 'Maria G.' },
    onward: null,
    late: null,
    ...wish,
  };
}
