import type { Pagination, Pair, ProgramRail, ProgramResult, Reach, SortJump } from '../http/list-components.ts';
import { piece, type Piece } from './piece.ts';
import { HERE, PROGRAM } from './sample.ts';

const plus = { href: HERE, label: 'Add an inbound referral', icon: 'plus' as const };
const link = (label: string) => ({ href: HERE, label });

const rail: ProgramRail = {
  current: PROGRAM,
  programs: [
    { href: HERE, name: PROGRAM, count: '3', current: true },
    { href: HERE, name: 'Fair Oaks Center Food Pantry', count: '0', current: false },
  ],
};
const sorts: SortJump = {
  current: 'Received, newest first',
  orders: ['Received, newest first', 'Name, A to Z'].map((one, at) => ({ ...link(one), current: at === 0 })),
};
const pages: Pagination = { range: '26 to 34 of 34', page: 'Page 2 of 3', previous: HERE, next: HERE };
const pairs: Pair[] = [
  { label: 'Phone', value: '(650) 555-0142', ltr: true },
  { label: 'Language', value: 'Spanish' },
  { label: 'Helped by', value: 'You and your team, Family Navigation' },
];

const reach: Reach = {
  hidden: false,
  ways: [
    { icon: 'text', verb: 'Text', value: '(650) 555-0142', best: true },
    { icon: 'mail', verb: null, value: 'lucia@example.org', best: false },
  ],
};

const result: ProgramResult = {
  ...link(PROGRAM),
  distance: '0.6 mi',
  from: 'from 94063',
  category: 'Rent and deposits',
  sentence: 'One-time help with rent or a deposit for families.',
  sentenceLanguage: null,
  pairs: [{ label: 'Cost', value: 'Free' }],
  accepting: true,
  acceptingNote: null,
  action: link('Connect'),
  note: null,
  call: null,
};

export function listPieces(): Piece[] {
  return [
    piece('tally', {
      about: 'How many, and by which filters. “Live” stands at its end where the list follows.',
      states: {
        'With two filters': {
          words: '34 referrals, 2 filters',
          chips: [
            { ...link('Pending'), category: 'progress' },
            { ...link('This week'), category: null },
          ],
          clearHref: HERE,
          live: true,
        },
      },
    }),
    piece('chips', {
      about: 'Each takes its filter away.',
      states: { One: { chips: [{ ...link('No capacity'), category: 'action' }], clearHref: HERE } },
    }),
    piece('sort-head', {
      about: 'A column one can sort by.',
      within: 'head',
      states: {
        Sorted: { label: 'Received', href: HERE, column: 'c-date', sort: 'descending' },
        'Not sorted': { label: 'Referred by', href: HERE, column: '', sort: null },
      },
    }),
    piece('sort-jump', { about: 'The same on a phone; hidden where the table has heads.', states: { Closed: sorts } }),
    piece('program-rail', { about: 'From 1240 px; below that, the next one.', states: { Two: rail } }),
    piece('program-jump', { about: 'The same, folded.', states: { Closed: rail } }),
    piece('pagination', {
      about: 'At the end of a list.',
      states: { 'In the middle': pages, 'One page': { range: '1 to 7 of 7', page: null, previous: null, next: null } },
    }),
    piece('offer', {
      about: 'New rows wait in a template until the reader asks for them; how they look is shown under “Live”.',
      states: { Template: { columns: null } },
    }),
    piece('empty', {
      about: 'Says what will be here, and the next step.',
      states: {
        'With a way on': {
          heading: 'No referrals yet',
          paragraphs: ['They arrive here, and in your mail.'],
          main: plus,
          plain: link('Program settings'),
        },
        'Nothing fits': {
          heading: 'Nothing fits these filters',
          paragraphs: ['Take one away, or clear them.'],
          main: null,
          plain: link('Clear filters'),
        },
        'Nothing to do': { heading: 'Nobody has looked', paragraphs: ['Openings are listed here.'], main: null, plain: null },
      },
    }),
    piece('pairs', { about: 'Facts by name.', states: { Three: pairs } }),
    piece('reach', {
      about: 'The best way first (R14).',
      states: { 'Two ways': reach, 'Asked not to be reached': { hidden: true, ways: [] } },
    }),
    piece('accepting', {
      about: 'A mark and words.',
      states: {
        Accepting: { accepting: true, acceptingNote: null },
        'Not accepting': { accepting: false, acceptingNote: 'Opens again 4 Jan 2027' },
      },
    }),
    piece('program-result', {
      about: 'One entry of the search.',
      within: 'results',
      states: {
        Near: result,
        'To be called as well': {
          ...result,
          note: 'Gets no email from here yet. Call them as well:',
          call: { href: 'tel:6505550119', label: '(650)\u00a0555\u20110119' },
        },
        'Not accepting, without a ZIP': {
          ...result,
          distance: null,
          from: null,
          accepting: false,
          acceptingNote: 'Opens again 4 Jan 2027',
          action: link('See the program'),
          note: 'You referred Lucia here on 3 Dec',
        },
      },
    }),
  ];
}
