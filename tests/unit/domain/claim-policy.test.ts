import { describe, expect, it } from 'vitest';
import type { UserActor } from '../../../src/domain/actor.ts';
import { hasClaimsPage, mayDecideClaimOf } from '../../../src/domain/claim-policy.ts';

const JOINED = new Date('2026-01-05T09:00:00Z');
const SITE = { siteId: 'clinic', organization: 'Riverside Clinic', joinedAt: JOINED };
const GROUP = { teamId: 'desk', teamName: 'Front Desk', programId: null, siteId: 'clinic', role: 'member', teamNavigation: false } as const;

function person(about: Partial<UserActor> = {}): UserActor {
  return {
    ...{ kind: 'user', userId: 'me', firstName: 'Alma', lastName: 'Torres', email: 'alma@clinic.test', emailVerified: true },
    ...{ isSeeker: false, isOperator: false, language: 'en', timeZone: null, memberships: [], adminOf: [] },
    ...about,
  };
}

describe('who decides whether somebody works at a Program (R27)', () => {
  it.each([
    ['a Site admin, somebody else’s', person({ adminOf: [SITE] }), 'other', true],
    ['a Site admin, their own', person({ adminOf: [SITE] }), 'me', false],
    ['an operator, somebody else’s', person({ isOperator: true }), 'other', true],
    ['an operator, their own', person({ isOperator: true }), 'me', true],
    ['a Worker', person({ memberships: [{ ...GROUP, organization: 'Riverside Clinic', joinedAt: JOINED }] }), 'other', false],
    [
      'a manager',
      person({ memberships: [{ ...GROUP, role: 'admin', organization: 'Riverside Clinic', joinedAt: JOINED }] }),
      'other',
      false,
    ],
    ['anybody', person(), 'other', false],
  ])('%s request', (_who, user, claimant, may) => {
    expect(mayDecideClaimOf(user, claimant)).toBe(may);
  });
});

it('the settings lead to the requests for who decides them, and for who has no place yet', () => {
  const worker = person({ memberships: [{ ...GROUP, organization: 'Riverside Clinic', joinedAt: JOINED }] });
  const people = [person({ isOperator: true }), person({ adminOf: [SITE] }), person(), person({ isSeeker: true }), worker];
  expect(people.map(hasClaimsPage)).toEqual([true, true, true, false, false]);
});
