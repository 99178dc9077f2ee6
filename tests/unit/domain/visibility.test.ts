import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymous, type Actor, type LinkActor, type TeamMembership, type UserActor } from '../../../src/domain/actor.ts';
import { referralGrants, roomsHearing, roomsOf, sidesOf, type ReferralAudience } from '../../../src/domain/visibility.ts';

const membership = (teamId: string, programId: string | null = null): TeamMembership => ({
  teamId,
  teamName: teamId,
  programId,
  siteId: programId ? null : 'site',
  organization: 'Somewhere',
  role: 'member',
  teamNavigation: false,
  joinedAt: new Date('2026-01-01'),
});
const user = (userId: string, memberships: TeamMembership[] = [], emailVerified = true): UserActor => ({
  kind: 'user',
  userId,
  firstName: 'A',
  lastName: 'B',
  email: `${userId}@example.org`,
  isSeeker: false,
  isOperator: false,
  timeZone: null,
  emailVerified,
  language: 'en',
  memberships,
  adminOf: [],
});
const link = (referralId: string, recipient: 'seeker' | 'claimer'): LinkActor =>
  ({ kind: 'link', referralId, recipient, userId: null }) as LinkActor;

const referral: ReferralAudience = { id: 'r1', madeById: 'dana', programId: 'p1', seekerUserId: 'ana', teamIds: ['g1'] };

describe('who sees a referral', () => {
  it.each<[string, Actor, string[]]>([
    ['its maker (R8)', user('dana'), ['maker']],
    ['a member of the Team it was shared with (R9)', user('nathaniel', [membership('g1')]), ['team']],
    ['a Claimer of its Program (R10)', user('maria', [membership('t1', 'p1')]), ['program']],
    ['its Seeker with a confirmed address (R12)', user('ana'), ['seeker']],
    ['the holder of the Seeker’s Status link (R26)', link('r1', 'seeker'), ['seeker']],
    ['the holder of a Claimer’s Status link (R26)', link('r1', 'claimer'), ['program']],
    ['somebody who is several of these', user('dana', [membership('g1'), membership('t1', 'p1')]), ['maker', 'team', 'program']],
  ])('%s', (_who, actor, sides) => {
    expect(sidesOf(actor, referral)).toEqual(sides);
  });

  it.each<[string, Actor]>([
    ['a member of another Team (R9)', user('lena', [membership('g2')])],
    ['a Claimer of another Program (R10)', user('joel', [membership('t2', 'p2')])],
    ['its Seeker before the address is confirmed (R12)', user('ana', [], false)],
    ['the holder of a link to another referral (R26)', link('r2', 'claimer')],
    ['a stranger (R13)', user('sam')],
    ['nobody in particular (R13)', anonymous],
  ])('not: %s', (_who, actor) => {
    expect(sidesOf(actor, referral)).toEqual([]);
  });

  it('the Program’s own Team sees it by the Program, not by sharing: its Team id grants nothing inbound (R10)', () => {
    const shared = { ...referral, programId: 'p9', teamIds: ['t1'] };
    expect(sidesOf(user('maria', [membership('t1', 'p1')]), shared)).toEqual(['team']);
  });

  it('empty lists grant nothing, so that no query can read them as "everything"', () => {
    expect(referralGrants(anonymous)).toEqual([]);
    expect(referralGrants(user('sam', [], false)).every((grant) => grant.values.length > 0)).toBe(true);
  });
});

describe('live rooms say the same as the grants (S-41)', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const actors = fc.oneof(
    fc
      .record({ userId: id, teams: fc.array(id, { maxLength: 2 }), programs: fc.array(id, { maxLength: 2 }), verified: fc.boolean() })
      .map((one) =>
        user(
          one.userId,
          [...one.teams.map((team) => membership(team)), ...one.programs.map((program) => membership(`of ${program}`, program))],
          one.verified,
        ),
      ),
    fc.tuple(id, fc.constantFrom('seeker' as const, 'claimer' as const)).map(([referralId, recipient]) => link(referralId, recipient)),
    fc.constant<Actor>(anonymous),
  );
  const referrals: fc.Arbitrary<ReferralAudience> = fc.record({
    id,
    madeById: fc.option(id),
    programId: id,
    seekerUserId: fc.option(id),
    teamIds: fc.uniqueArray(id, { maxLength: 2 }),
  });

  it('for any actor and referral: a common room exactly when it is visible', () => {
    fc.assert(
      fc.property(actors, referrals, (actor, one) => {
        const hears = roomsOf(actor).some((room) => roomsHearing(one).includes(room));
        expect(hears).toBe(sidesOf(actor, one).length > 0);
      }),
      { numRuns: 1_000 },
    );
  });
});
