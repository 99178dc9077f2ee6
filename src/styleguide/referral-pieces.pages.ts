import { statusGroups, statusView } from '../components/status-view.ts';
import { SEEKER_WORDS } from '../domain/referral-status.ts';
import type { SeekerReferral } from '../http/list-components.ts';
import type { Conflict, HistoryEntry } from '../http/referral-components.ts';
import type { ConnectWarningView } from '../referrals/connect-before.pages.ts';
import type { ReferralAside } from '../referrals/referral-aside.pages.ts';
import type { ChainLine, PlainChainLine } from '../referrals/referral-chain.pages.ts';
import { piece, type Piece } from './piece.ts';
import { ALLOWED, day, HERE, PROGRAM, SAID, SEEKER, statusForm } from './sample.ts';

const link = (label: string) => ({ href: HERE, label });
const view = (status: 'pending' | 'eligible' | 'no_capacity') => statusView(status, true);

const plain: Omit<HistoryEntry, 'id' | 'at'> = {
  name: 'Dana W.',
  organization: 'Riverside Clinic',
  via: null,
  ring: null,
  text: null,
  subject: null,
  from: null,
  to: null,
  reason: null,
};
const history: HistoryEntry[] = [
  {
    ...plain,
    id: 'sg-4',
    at: day(5),
    name: 'Joel P.',
    organization: 'Fair Oaks Center',
    via: 'by email link',
    ring: view('eligible'),
    from: view('pending'),
    to: view('eligible'),
    reason: 'Lease is in',
  },
  { ...plain, id: 'sg-3', at: day(4), text: 'Added it to the goal', subject: 'Keep the apartment' },
  { ...plain, id: 'sg-2', at: day(4), text: 'Added a note' },
  { ...plain, id: 'sg-1', at: day(3), ring: { ring: 'sent', category: 'progress' }, text: 'Sent' },
];

const conflict: Conflict = {
  ...statusForm('eligible'),
  groups: statusGroups(ALLOWED, 'eligible'),
  heading: 'Maria G. changed this while you were choosing',
  changes: [{ from: view('pending'), to: view('eligible'), line: 'today at 9:41 am', reason: 'Paperwork complete' }],
  choice: view('no_capacity'),
  current: view('eligible'),
  keep: 'Keep Eligible',
  reason: 'Full',
};

const warning: ConnectWarningView = {
  heading: 'You may have connected Lucia Torres before',
  people: [
    {
      name: 'Lucia Torres',
      words: 'ZIP 94063',
      open: { words: 'Has an open referral to this Program, sent 2 days ago by you.', see: link('See it') },
      use: { action: HERE, name: 'seekerId', value: 'sg', label: 'Use the profile of Lucia Torres' },
    },
  ],
  otherwise: 'If it is somebody else, send the form again as it is: it makes a new profile.',
  asks: false,
};

const before = { referralId: 'sg-before', words: 'Continues the referral to', program: link('Peninsula Rent Bridge') };
const chain: ChainLine[] = [{ ...before, status: statusView('referred_elsewhere', true), sent: 'Sent 21 Nov 2026' }];
const plainChain: PlainChainLine[] = [
  {
    ...before,
    words: 'This follows your referral to',
    sent: ' (21 Nov 2026). ',
    status: { value: 'referred_elsewhere', words: 'They sent you to another program.' },
  },
];

const consent = { text: 'I agree that my name and what I wrote are sent to this program.', language: 'en' };
const aside: ReferralAside = {
  quick: [],
  seeker: {
    name: SEEKER,
    href: HERE,
    reach: { hidden: false, ways: [{ icon: 'text', verb: 'Text', value: '(650) 555-0142', best: true }] },
    line: 'Spanish. ZIP 94063.',
  },
  program: { name: PROGRAM, href: HERE, lines: ['2600 Middlefield Road', 'Open now, until 5 pm'], phone: link('(650) 555-0160') },
  mail: [
    { to: 'Maria G.', state: 'Delivered 3 Dec', failed: false, call: null },
    { to: SEEKER, state: 'Did not get through.', failed: true, call: link('Call (650) 555-0142') },
  ],
  consent: { ...consent, line: 'Spoken, taken by Dana W., 3 Dec 2026.', about: 'In English. Text 1.' },
  audience: 'You, your team and Fair Oaks Center.',
  acts: [link('Refer elsewhere'), link('Withdraw this referral')],
};

function ask(id: string, status: 'eligible' | 'got_help', wish: Partial<SeekerReferral>): SeekerReferral {
  const { ring, category } = statusView(status, true);
  const base = {
    kept: false,
    quote: null,
    call: null,
    withdrawn: null,
    answer: null,
    saved: null,
    onward: null,
    open: false,
    consent: null,
  };
  return {
    ...base,
    id,
    ring,
    category,
    words: SEEKER_WORDS[status],
    statusValue: status,
    program: PROGRAM,
    by: 'Dana W. sent this on 3 Dec 2026.',
    opens: 'Tell us what happened',
    more: link('See everything that happened'),
    ...wish,
  };
}

export function referralPieces(): Piece[] {
  const told = { id: 'sg-told', summary: 'You agreed to this on 3 Dec 2026', ...consent, how: 'You ticked the box on the form.' };
  const call = { words: 'You can call them:', phone: '(650) 555-0160', href: HERE };
  return [
    piece('history', { about: 'What happened, who did it and through what, newest first (R6).', states: { Four: history } }),
    piece('conflict', {
      about: 'Somebody was faster (R5): nothing is lost, one chooses again.',
      folded: true,
      states: { 'Asked again': conflict },
    }),
    piece('connect-warning', { about: 'Somebody who may be known already (R23).', states: { Asks: warning } }),
    piece('referral-chain', { about: 'What a referral continues.', states: { One: chain } }),
    piece('plain-chain', { about: 'The same for its Seeker.', states: { One: plainChain } }),
    piece('referral-aside', { about: 'The facts beside a referral.', states: { 'With mail that did not get through': aside } }),
    piece('seeker-referral', {
      about: 'On the Seeker’s own page (R25).',
      states: {
        'Under way': ask('sg-open', 'eligible', { quote: SAID, call }),
        'Closed, with the consent': ask('sg-closed', 'got_help', { consent: told, saved: 'Saved: I got help. Dana W. can see it now.' }),
        Withdrawn: ask('sg-back', 'eligible', { withdrawn: 'Dana W. withdrew it on 4 Dec 2026.' }),
      },
    }),
    piece('plain-consent', { about: 'What was agreed to, in their language.', states: { Closed: { ...told, id: 'sg-told-2' } } }),
  ];
}
