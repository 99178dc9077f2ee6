import { describe, expect, it } from 'vitest';
import { firstPartsOf, isNewIn, stepsOf, type FirstFacts, type FirstPart } from '../../../src/domain/first-steps.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const YESTERDAY = new Date('2026-02-28T09:00:00Z');
const LAST_YEAR = new Date('2025-03-01T09:00:00Z');
const member = {
  teamId: 't',
  teamName: 'Family Navigation',
  organization: 'Riverside Clinic',
  role: 'member',
  teamNavigation: true,
} as const;

const facts: FirstFacts = Object.fromEntries(
  [
    'hasDirectory',
    'hasSite',
    'siteAdminCame',
    'hasClaimer',
    'hasGroup',
    'invitedWorker',
    'workerJoined',
    'referred',
    'looked',
    'answerCame',
  ]
    .concat(['hasPhone', 'invitedCoworker', 'received', 'answered'])
    .map((name) => [name, false]),
) as unknown as FirstFacts;

describe('what somebody begins with', () => {
  it('is each thing they are, by its newest place', () => {
    const parts = firstPartsOf({
      isOperator: true,
      adminOf: [{ siteId: 's', organization: 'Riverside Clinic', joinedAt: LAST_YEAR }],
      memberships: [
        { ...member, siteId: 's', programId: null, joinedAt: LAST_YEAR },
        { ...member, teamId: 'p1', siteId: null, programId: 'one', organization: 'One', joinedAt: YESTERDAY, role: 'admin' },
        { ...member, teamId: 'p2', siteId: null, programId: 'two', organization: 'Two', joinedAt: LAST_YEAR },
      ],
    });
    expect(parts.map(({ kind }) => kind)).toEqual(['operator', 'site', 'navigator', 'claimer']);
    expect(parts[3]).toMatchObject({ programId: 'one', leads: true });
    expect(parts.map((part) => isNewIn(part, NOW))).toEqual([true, false, false, true]);
  });

  it('is nothing for somebody who belongs nowhere', () => {
    expect(firstPartsOf({ isOperator: false, adminOf: [], memberships: [] })).toEqual([]);
  });
});

describe('the steps', () => {
  const claimer: FirstPart = { kind: 'claimer', programId: 'one', name: 'One', leads: false, joinedAt: YESTERDAY };

  it('ask a Program Admin, and no other Claimer, to invite co-workers (R27)', () => {
    const named = (part: FirstPart): string[] => stepsOf(part, facts).map(({ name }) => name);
    expect(named({ ...claimer, leads: true })).toContain('invite-coworker');
    expect(named(claimer)).not.toContain('invite-coworker');
  });

  it('are ticked off by the facts alone', () => {
    const done = (given: Partial<FirstFacts>): string[] =>
      stepsOf(claimer, { ...facts, ...given }).flatMap((step) => (step.done ? [step.name] : []));
    expect(done({})).toEqual(['your-program']);
    expect(done({ received: true })).toEqual(['your-program']);
    expect(done({ answered: true })).toEqual(['your-program', 'answer']);
    expect(done({ hasPhone: true })).toEqual(['your-program', 'reachable']);
  });
});
