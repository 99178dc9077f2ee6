import { seekerGroups, statusView } from '../components/status-view.ts';
import { stepsOf } from '../components/steps.ts';
import { categoryOf, STATUSES, type Status } from '../domain/referral-status.ts';
import { RING_HEADLINES, RING_NAMES, ringOf } from '../domain/ring.ts';
import type { AnswerForm, StatusControl, StatusView } from '../http/components.ts';
import type { LoopHeadline } from '../http/referral-components.ts';
import { piece, type Piece } from './piece.ts';
import { controlOf, HERE, NOW, statusForm, ZONE } from './sample.ts';

const answer: AnswerForm = {
  ...statusForm(null),
  id: 'sg-answer',
  legend: 'What happened?',
  groups: seekerGroups(),
  reasonLabel: 'Do you want to add something?',
  button: 'Save status',
  after: 'The Program and whoever referred you can read it.',
};

function loopOf(status: Status): LoopHeadline {
  const ring = ringOf(status, true);
  const control = controlOf(`loop-${status}`, status, { face: 'mark' });
  return { referralId: `sg-${status}`, ringName: RING_NAMES[ring], sentence: RING_HEADLINES[ring], control };
}

const at = (date: number, hour: number): Date => new Date(Date.UTC(2026, 11, date, hour, 58));

export function statusPieces(): Piece[] {
  const statuses = Object.fromEntries(STATUSES.map((status): [string, StatusView] => [status, statusView(status, true)]));
  return [
    piece('status-mark', {
      about: 'All statuses, with the mark of their category. Never color alone.',
      within: 'sentence',
      states: statuses,
    }),
    piece('status-control', { about: 'The one way to see and set a status (R3 to R5).', states: controls() }),
    piece('answer-form', {
      about: 'The same in large rows: Seekers and Status links (R25, R26).',
      states: {
        'A Seeker’s words': answer,
        'With an error, by category': { ...answer, ...statusForm('pending'), id: 'sg-answer-bad', error: 'Choose what happened' },
      },
    }),
    piece('loop', {
      about: 'The large ring with its status, on the referral’s page.',
      states: Object.fromEntries(
        (['not_updated', 'eligible', 'couldnt_get_help', 'no_longer_interested', 'got_help'] as const).map((one) => [one, loopOf(one)]),
      ),
    }),
    piece('steps', { about: 'The ring unrolled: what was done, when and by whom.', states: stepStates() }),
    piece('thread', {
      about: 'All referrals of a Seeker or a Goal in a row, oldest first.',
      states: {
        Five: {
          label: '5 referrals: 2 loops closed, 3 open',
          rings: (['got_help', 'no_longer_interested', 'no_capacity', 'pending', 'not_updated'] as const).map((status) => ({
            category: categoryOf(status),
            ring: ringOf(status, true),
          })),
        },
      },
    }),
  ];
}

function controls(): Record<string, StatusControl> {
  return {
    'Not updated, for nine days': controlOf('late', 'not_updated', { late: '9 days without an update' }),
    'Updated, with a reason': controlOf('set', 'needs_client_action'),
    'Referred elsewhere leads on': controlOf('onward', 'referred_elsewhere', { onward: { href: HERE, label: 'Refer elsewhere' } }),
    'Nothing to set': controlOf('fixed', 'got_help', { fixed: true }),
    'Open, after a failed try': controlOf('bad', 'pending', {
      open: true,
      chosen: 'no_capacity',
      reason: 'Full',
      error: 'Shorten the reason',
    }),
  };
}

function stepStates(): Record<string, ReturnType<typeof stepsOf>> {
  const facts = {
    status: 'needs_client_action' as const,
    sentAt: at(3, 17),
    seenAt: at(3, 20),
    actedAt: at(4, 18),
    statusChangedAt: at(4, 18),
  };
  const doers = { sent: 'Dana W., Riverside Clinic', seen: 'Maria G., Fair Oaks Center', acted: 'Maria G., Fair Oaks Center' };
  const clock = { timeZone: ZONE, now: NOW };
  return {
    'Acted on': stepsOf(facts, doers, clock),
    'Never opened': stepsOf({ ...facts, seenAt: null, actedAt: null, status: 'not_updated' }, doers, clock),
    Closed: stepsOf({ ...facts, status: 'got_help', statusChangedAt: at(5, 2) }, { ...doers, outcome: 'Lucia T.' }, clock),
  };
}
