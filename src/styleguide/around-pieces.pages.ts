import type { FirstListView } from '../first-steps/first-steps.pages.ts';
import { piece, type Piece } from './piece.ts';
import { HERE } from './sample.ts';

const link = (label: string) => ({ href: HERE, label });

const step = {
  text: 'Everybody who helps here gets an invitation by mail.',
  command: null,
  link: link('Invite somebody'),
  done: false,
  next: true,
};
const first: FirstListView = {
  heading: 'Your Site',
  tally: '1 of 2 done',
  aside: null,
  steps: [
    { ...step, heading: 'Confirm your email address', link: null, done: true, next: false },
    { ...step, heading: 'Invite your team' },
  ],
};

export function aroundPieces(): Piece[] {
  return [
    piece('notice', {
      about: 'What was done is said once, on top of the next page. The quiet kind stands there now.',
      states: { Done: { kind: 'done', text: 'The status is saved.', link: link('Undo') } },
    }),
    piece('confirmation', {
      about: 'After a main act, as a page of its own: it has that page’s main heading.',
      folded: true,
      states: {
        Sent: {
          heading: 'Sent to Fair Oaks Center',
          paragraphs: ['Lucia gets an email.'],
          next: ['They look at it.', 'You see what happens.'],
          main: link('Open the referral'),
          plain: link('Refer to another'),
        },
      },
    }),
    piece('settings-nav', {
      about: 'Above each page of the settings.',
      states: { Three: ['My account', 'Riverside Clinic', 'Family Navigation'].map((one, at) => ({ ...link(one), current: at === 1 })) },
    }),
    piece('account-links', {
      about: 'What one’s name in the header opens.',
      states: { Open: { name: 'Dana W.', href: HERE, settings: HERE } },
    }),
    piece('first-list', { about: 'What to do first.', states: { 'One of two done': first } }),
    piece('sign-in-ring', { about: 'Beside the sign-in form.', states: { Alone: null } }),
    piece('exit', {
      about: 'At the edge of Seekers’ pages, while they scroll: leaves for somewhere harmless and signs out (P-11).',
      states: { Alone: null },
    }),
    piece('live-state', { about: 'Hidden until the page follows; its three states are under “Live”.', states: { 'As it comes': null } }),
  ];
}
