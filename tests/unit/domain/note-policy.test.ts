import { describe, expect, it } from 'vitest';
import type { TeamMembership, UserActor } from '../../../src/domain/actor.ts';
import { worksWithGoals } from '../../../src/domain/goal-policy.ts';
import {
  mayDeleteNote,
  mayDeleteShared,
  mayReadNote,
  maySeeShared,
  noteSidesOf,
  writingSideOf,
  type NoteOnReferral,
} from '../../../src/domain/note-policy.ts';

const member = (teamId: string, more: Partial<TeamMembership> = {}): TeamMembership => ({
  teamId,
  teamName: teamId,
  programId: null,
  siteId: 'site',
  organization: 'Riverside Clinic',
  role: 'member',
  teamNavigation: true,
  joinedAt: new Date(0),
  ...more,
});
const user = (memberships: TeamMembership[], more: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: 'me',
  firstName: 'Dana',
  lastName: 'Whitfield',
  email: 'dana@demo.test',
  emailVerified: true,
  isSeeker: false,
  isOperator: false,
  language: 'en',
  timeZone: null,
  memberships,
  adminOf: [],
  ...more,
});
const referral = { teamIds: ['group'], programId: 'program' };
const note = (more: Partial<NoteOnReferral> = {}): NoteOnReferral => ({
  authorId: 'other',
  side: 'referring',
  ownSideOnly: false,
  ...more,
});
const admin = [{ siteId: 'site', organization: 'Riverside Clinic', joinedAt: new Date(0) }];

describe('R19: the sides of notes', () => {
  it.each([
    [['maker'], ['referring']],
    [['team'], ['referring']],
    [['program'], ['program']],
    [
      ['maker', 'program'],
      ['referring', 'program'],
    ],
    [['seeker'], []],
    [['seeker', 'maker'], []],
    [['seeker', 'program', 'team'], []],
    [[], []],
  ] as const)('who sees a referral as %j reads the notes of %j: never the Seeker', (sides, read) => {
    expect(noteSidesOf(sides)).toEqual(read);
  });

  it('who is on both writes for the side on which a team stands', () => {
    expect(writingSideOf(['maker', 'program'], ['group'])).toBe('referring');
    expect(writingSideOf(['maker', 'program'], [])).toBe('program');
    expect([writingSideOf(['maker'], []), writingSideOf(['program'], ['group']), writingSideOf(['seeker'], [])]).toEqual([
      'referring',
      'program',
      null,
    ]);
  });

  it('"Only my team" is read from its own side, everything else from both', () => {
    expect([mayReadNote(note(), ['program']), mayReadNote(note({ ownSideOnly: true }), ['program'])]).toEqual([true, false]);
    expect([mayReadNote(note({ ownSideOnly: true }), ['team']), mayReadNote(note(), ['seeker'])]).toEqual([true, false]);
  });
});

describe('R19: who deletes', () => {
  const group = user([member('group')]);
  const manager = user([member('group', { role: 'admin' })]);
  const siteAdmin = user([member('group')], { adminOf: admin });
  const programAdmin = user([member('claimers', { programId: 'program', siteId: null, role: 'admin' })]);
  const claimer = user([member('claimers', { programId: 'program', siteId: null })]);

  it('its author, as long as they read it', () => {
    expect(mayDeleteNote(group, ['team'], note({ authorId: 'me' }), referral)).toBe(true);
    expect(mayDeleteNote(group, ['seeker', 'team'], note({ authorId: 'me' }), referral)).toBe(false);
    expect(mayDeleteNote(group, ['team'], note({ authorId: 'me', side: 'program', ownSideOnly: true }), referral)).toBe(false);
  });

  it('an admin of a Team that reads it, of neither side the other’s own notes', () => {
    for (const one of [manager, siteAdmin]) {
      expect(mayDeleteNote(one, ['team'], note(), referral)).toBe(true);
      expect(mayDeleteNote(one, ['team'], note({ side: 'program' }), referral)).toBe(true);
      expect(mayDeleteNote(one, ['team'], note({ side: 'program', ownSideOnly: true }), referral)).toBe(false);
      expect(mayDeleteNote(one, ['maker'], note(), { ...referral, teamIds: ['another'] })).toBe(false);
    }
    expect(mayDeleteNote(programAdmin, ['program'], note(), referral)).toBe(true);
    expect(mayDeleteNote(programAdmin, ['program'], note({ ownSideOnly: true }), referral)).toBe(false);
  });

  it('nobody else', () => {
    expect(mayDeleteNote(group, ['team'], note(), referral)).toBe(false);
    expect(mayDeleteNote(claimer, ['program'], note({ side: 'program' }), referral)).toBe(false);
  });

  it('on a profile: the author and the admins of the Teams it was shared with', () => {
    const shared = { ownerId: 'other', sharedTeamIds: ['group'] };
    expect([maySeeShared(group, shared), mayDeleteShared(group, shared)]).toEqual([true, false]);
    expect([mayDeleteShared(manager, shared), mayDeleteShared(siteAdmin, shared)]).toEqual([true, true]);
    expect([maySeeShared(claimer, shared), mayDeleteShared(programAdmin, shared)]).toEqual([false, false]);
    expect(mayDeleteShared(claimer, { ...shared, ownerId: 'me' })).toBe(true);
  });
});

it('R11: Goals are worked with from the referring side, by nobody who is the Seeker', () => {
  expect([['maker'], ['team'], ['program'], ['seeker'], ['maker', 'seeker']].map((sides) => worksWithGoals(sides as never))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
