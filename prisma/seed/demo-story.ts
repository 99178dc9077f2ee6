import { readFileSync } from 'node:fs';
import type { Status } from '../../src/domain/referral-status.ts';
import { fromRoot } from '../../src/root.ts';
import type { Person } from './demo-cast.ts';
import type { DemoGoal, DemoNote, WorkAct } from './demo-work.ts';
import { workingHours } from './working-hours.ts';

/** One referral of the story and what became of it. `days` count back from the moment the demo is made. */
export interface DemoReferral {
  to: string;
  by: Person | 'self';
  who: string;
  /** It takes their referral to this Program further. */
  from?: string;
  reach: 'email' | 'text' | 'phone' | 'dont_reach_out';
  phone: string | null;
  email: string | null;
  zip: string;
  language: string;
  days: number;
  comment: string;
  /** Somebody of the Program opened it and left it at that. */
  seen?: { by: Person; days: number };
  moves: DemoMove[];
  /** Its maker withdrew it. */
  withdrawn?: { reason: string; days: number };
  notes?: DemoNote[];
  goals?: DemoGoal[];
}

export interface DemoMove {
  by: Person;
  to: Status;
  reason: string | null;
  days: number;
  /** Through the link in their mail rather than a dashboard. */
  via?: 'email_link';
}

/** Something that happens at a moment of the story. */
export type Act = { at: Date; referral: DemoReferral } & (
  { kind: 'sent' } | { kind: 'seen'; by: Person } | { kind: 'moved'; move: DemoMove } | { kind: 'withdrawn'; reason: string } | WorkAct
);

/** Everything that happens, at working hours and in the order it happens: history is written in that order too. */
export function demoStory(now: Date, timeZone: string): Act[] {
  const referrals = JSON.parse(readFileSync(fromRoot('prisma', 'seed', 'demo-story.json'), 'utf8')) as DemoReferral[];
  const before = workingHours(now, timeZone);
  const acts = referrals.flatMap((referral): Act[] => [
    { kind: 'sent', at: before(referral.days), referral },
    ...(referral.seen ? [{ kind: 'seen' as const, at: before(referral.seen.days), referral, by: referral.seen.by }] : []),
    ...referral.moves.map((move) => ({ kind: 'moved' as const, at: before(move.days), referral, move })),
    ...(referral.withdrawn
      ? [{ kind: 'withdrawn' as const, at: before(referral.withdrawn.days), referral, reason: referral.withdrawn.reason }]
      : []),
    ...workOf(referral).map(({ days, act }) => ({ at: before(days), referral, ...act })),
  ]);
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Notes and Goals, each with when it happens. */
function workOf({ notes = [], goals = [] }: DemoReferral): { days: number; act: WorkAct }[] {
  return [
    ...notes.flatMap((note) => [
      { days: note.days, act: { kind: 'noted' as const, note } },
      ...(note.deletedDays === undefined ? [] : [{ days: note.deletedDays, act: { kind: 'note_deleted' as const, note } }]),
    ]),
    ...goals.flatMap((goal) => [
      { days: goal.days, act: { kind: 'goal' as const, goal } },
      ...(goal.doneDays === undefined ? [] : [{ days: goal.doneDays, act: { kind: 'goal_done' as const, goal } }]),
    ]),
  ];
}
