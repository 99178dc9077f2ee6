import { statusGroups, statusView } from '../components/status-view.ts';
import type { PersonRow } from '../http/settings-components.ts';
import type { BulkRowView } from '../inbound/bulk-row.pages.ts';
import type { InboundRowView } from '../inbound/inbound-row.pages.ts';
import type { PersonRowView } from '../people/people-row.pages.ts';
import type { ProfileEntry } from '../people/profile-entry.pages.ts';
import { piece, type Piece } from './piece.ts';
import { ALLOWED, controlOf, day, HERE, IDEM, LONG_NAME, PROGRAM, SAID, SEEKER } from './sample.ts';

const inbound: InboundRowView = {
  id: 'sg-row',
  kept: false,
  pick: 'sg.1',
  picked: false,
  href: HERE,
  name: SEEKER,
  reach: { hidden: false, ways: [{ icon: 'text', verb: 'Text', value: '(650) 555-0142', best: true }] },
  by: 'Dana W.',
  organization: 'Riverside Clinic',
  comment: SAID,
  control: controlOf('row', 'not_updated', { late: '9 days without an update' }),
  received: day(3),
};
const hidden: InboundRowView = {
  ...inbound,
  id: 'sg-row-2',
  picked: true,
  name: LONG_NAME,
  reach: { hidden: true, ways: [] },
  organization: null,
  control: controlOf('row-2', 'no_capacity'),
};

const person: PersonRowView = {
  seekerId: 'sg-person',
  kept: false,
  href: HERE,
  name: SEEKER,
  archived: false,
  open: [
    { category: 'progress', words: '2 In progress' },
    { category: 'action', words: '1 Needs action' },
  ],
  closed: '3 closed',
  last: day(4),
};

const entry: ProfileEntry = {
  rowId: 'sg-entry',
  referralId: 'sg-entry',
  href: HERE,
  program: PROGRAM,
  comment: SAID,
  by: null,
  sent: day(3),
  control: controlOf('entry', 'eligible'),
  goal: null,
};

const bulk: BulkRowView = {
  id: 'sg-bulk',
  href: HERE,
  name: SEEKER,
  comment: SAID,
  status: statusView('pending', true),
  words: 'Will be Got help.',
  pick: 'sg.2',
};

const member: PersonRow = {
  name: 'Dana Whitfield',
  email: 'dana@example.org',
  places: [{ label: 'Family Navigation', href: HERE }],
  state: 'Active',
  note: null,
  off: false,
  acts: [{ href: HERE, label: 'Deactivate', button: false, hidden: [] }],
};
const asked: PersonRow = {
  ...member,
  name: null,
  email: 'new@example.org',
  places: [],
  state: 'Invited 3 Dec 2026',
  note: 'By Alma T.',
  acts: [{ href: HERE, label: 'Send again', button: true, hidden: [] }],
};

const look = { at: day(4), who: 'Maria G.', organization: 'Fair Oaks Center', seeker: null, what: `Referral to ${PROGRAM}`, href: HERE };

export function rowPieces(): Piece[] {
  const bar = { action: HERE, list: '', groups: statusGroups(ALLOWED, null), chosen: 'pending' };
  return [
    piece('inbound-row', {
      about: 'A referral among the inbound ones.',
      within: 'row',
      states: { 'Late, not picked': inbound, 'Picked, do not reach out': hidden },
    }),
    piece('bulk-bar', {
      about: 'As soon as a row is picked; it stays at the foot of the window.',
      states: { 'With an error': { ...bar, error: 'Choose the status to set' } },
    }),
    piece('bulk-rows', {
      about: 'What many changes will do, and did.',
      states: {
        'To be done': { rows: [bulk], ticks: false },
        'Changed meanwhile': { rows: [{ ...bulk, id: 'sg-bulk-2', words: 'Maria G. changed it at 9:41 am.' }], ticks: true },
      },
    }),
    piece('person-row', {
      about: 'Somebody among one’s people.',
      within: 'row',
      states: {
        'With open referrals': person,
        Archived: { ...person, seekerId: 'sg-person-2', name: LONG_NAME, archived: true, open: [] },
      },
    }),
    piece('profile-entry', {
      about: 'A referral on the profile.',
      within: 'entries',
      states: {
        Outbound: entry,
        Inbound: { ...entry, rowId: 'sg-entry-2', by: 'From Dana W., Riverside Clinic', control: controlOf('entry-2', 'couldnt_contact') },
      },
    }),
    piece('team-people', {
      about: 'Who belongs to a Team, and who is asked to.',
      states: {
        'Active, invited, deactivated': {
          caption: 'People of the Site',
          placesHead: 'Groups',
          idem: IDEM,
          rows: [member, asked, { ...member, name: LONG_NAME, state: 'Deactivated', off: true, acts: [] }],
        },
      },
    }),
    piece('looks-table', {
      about: 'Who has looked (R15).',
      states: {
        One: { rows: [look], namesSeekers: false, empty: null, pages: { range: '1 of 1', page: null, previous: null, next: null } },
      },
    }),
  ];
}
