import { describe, expect, it } from 'vitest';
import { anonymous, type UserActor } from '../../../src/domain/actor.ts';
import { INVITATION_DAYS, invitationExpiry, invitationState } from '../../../src/domain/invitation.ts';
import { mayAdministerSite, mayDecideClaims, mayManageTeam } from '../../../src/domain/team-policy.ts';

const joinedAt = new Date('2026-01-05T09:00:00Z');
const GROUP = { teamId: 'group', siteId: 'clinic', programId: null };
const OTHER_GROUP = { teamId: 'other', siteId: 'clinic', programId: null };
const PROGRAM = { teamId: 'claimers', siteId: null, programId: 'rent' };

function person(memberships: { teamId: string; role: 'member' | 'admin' }[], sites: string[] = [], isOperator = false): UserActor {
  return {
    ...{ kind: 'user', userId: 'u', firstName: 'Dana', lastName: 'W', email: 'dana@demo.test', emailVerified: true },
    ...{ isSeeker: false, isOperator, language: 'en', timeZone: null },
    memberships: memberships.map((one) => ({
      ...{ ...one, teamName: one.teamId, organization: 'Riverside Clinic', teamNavigation: false, joinedAt },
      ...(one.teamId === PROGRAM.teamId ? { programId: 'rent', siteId: null } : { programId: null, siteId: 'clinic' }),
    })),
    adminOf: sites.map((siteId) => ({ siteId, organization: siteId, joinedAt })),
  };
}

describe('who looks after a Team (R27)', () => {
  it('is a manager of the Group, for that Group alone, and a Program Admin for the Program’s Team', () => {
    const manager = person([{ teamId: 'group', role: 'admin' }]);
    expect([GROUP, OTHER_GROUP, PROGRAM].map((team) => mayManageTeam(manager, team))).toEqual([true, false, false]);
    const programAdmin = person([{ teamId: 'claimers', role: 'admin' }]);
    expect([GROUP, PROGRAM].map((team) => mayManageTeam(programAdmin, team))).toEqual([false, true]);
  });

  it('is no plain member, and nobody without an account', () => {
    const member = person([
      { teamId: 'group', role: 'member' },
      { teamId: 'claimers', role: 'member' },
    ]);
    for (const actor of [member, anonymous]) {
      expect([GROUP, PROGRAM].map((team) => mayManageTeam(actor, team))).toEqual([false, false]);
    }
  });

  it('is a Site’s admin for all its Groups, not for another Site’s, and for no Program', () => {
    const admin = person([], ['clinic']);
    expect([GROUP, OTHER_GROUP, PROGRAM].map((team) => mayManageTeam(admin, team))).toEqual([true, true, false]);
    expect(mayManageTeam(admin, { ...GROUP, siteId: 'school' })).toBe(false);
    expect([mayAdministerSite(admin, 'clinic'), mayAdministerSite(admin, 'school')]).toEqual([true, false]);
  });

  it('is nobody by running the installation: that decides claims, and looks into no Site', () => {
    const operator = person([], [], true);
    expect([mayDecideClaims(operator), mayManageTeam(operator, GROUP), mayAdministerSite(operator, 'clinic')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([mayDecideClaims(person([], ['clinic'])), mayDecideClaims(person([{ teamId: 'claimers', role: 'admin' }]))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('an invitation (R27, S-30)', () => {
  const sent = new Date('2026-12-01T09:00:00Z');
  const open = { expiresAt: invitationExpiry(sent), acceptedAt: null, revokedAt: null, senderMayInvite: true };
  const after = (days: number): Date => new Date(sent.getTime() + days * 86_400_000);

  it('is open for 14 days, to the moment', () => {
    expect(INVITATION_DAYS).toBe(14);
    expect(invitationState(open, after(13.99))).toBe('open');
    expect(invitationState(open, after(14))).toBe('expired');
  });

  it('is what was made of it, however old it is', () => {
    expect(invitationState({ ...open, acceptedAt: after(1) }, after(30))).toBe('accepted');
    expect(invitationState({ ...open, revokedAt: after(1) }, after(2))).toBe('revoked');
    expect(invitationState({ ...open, acceptedAt: after(1), senderMayInvite: false }, after(2))).toBe('accepted');
  });

  it('is worth nothing while whoever sent it could not send it', () => {
    expect(invitationState({ ...open, senderMayInvite: false }, after(1))).toBe('sender_left');
  });
});
