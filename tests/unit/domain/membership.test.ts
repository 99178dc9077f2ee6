import { describe, expect, it } from 'vitest';
import type { SiteAdministration, TeamMembership } from '../../../src/domain/actor.ts';
import { claimedProgramIds, isNavigator, organizationOf, sharingTeamIds } from '../../../src/domain/membership.ts';

const group = (wish: Partial<TeamMembership> = {}): TeamMembership => ({
  teamId: 'group',
  teamName: 'Family Navigation',
  programId: null,
  siteId: 'site',
  organization: 'Riverside Clinic',
  role: 'member',
  teamNavigation: false,
  joinedAt: new Date('2026-01-05'),
  ...wish,
});
const claim = (wish: Partial<TeamMembership> = {}): TeamMembership =>
  group({ teamId: 'claimers', programId: 'program', siteId: null, organization: 'Food Pantry', joinedAt: new Date('2026-02-05'), ...wish });
const administration = (joinedAt: string): SiteAdministration => ({
  siteId: 'site',
  organization: 'Riverside Clinic',
  joinedAt: new Date(joinedAt),
});

describe('the organization history shows (R7)', () => {
  it('is the Site for a Worker and the Program for a Claimer', () => {
    expect(organizationOf({ memberships: [group()], adminOf: [] })).toBe('Riverside Clinic');
    expect(organizationOf({ memberships: [claim()], adminOf: [] })).toBe('Food Pantry');
  });
  it('is the one joined first for somebody who is both, whatever the order of the list', () => {
    expect(organizationOf({ memberships: [claim(), group()], adminOf: [] })).toBe('Riverside Clinic');
    const laterWorker = group({ joinedAt: new Date('2026-03-05') });
    expect(organizationOf({ memberships: [laterWorker, claim()], adminOf: [] })).toBe('Food Pantry');
  });
  it('counts administering a Site as joining it', () => {
    expect(organizationOf({ memberships: [claim()], adminOf: [administration('2026-01-01')] })).toBe('Riverside Clinic');
    expect(organizationOf({ memberships: [claim()], adminOf: [administration('2026-05-01')] })).toBe('Food Pantry');
  });
  it('is none for somebody in neither', () => {
    expect(organizationOf({ memberships: [], adminOf: [] })).toBeNull();
  });
});

describe('what memberships give', () => {
  it('lists the Programs somebody claims, and no Group (R10)', () => {
    expect(claimedProgramIds({ memberships: [group(), claim()], adminOf: [] })).toEqual(['program']);
    expect(claimedProgramIds({ memberships: [group()], adminOf: [administration('2026-01-01')] })).toEqual([]);
  });
  it('shares with the Teams whose Team Navigation is on, and no others (R9)', () => {
    const on = claim({ teamNavigation: true });
    expect(sharingTeamIds({ memberships: [group(), on], adminOf: [] })).toEqual(['claimers']);
    expect(sharingTeamIds({ memberships: [group()], adminOf: [] })).toEqual([]);
  });
  it('calls everybody in a Team, and who administers a Site, a Navigator; nobody else', () => {
    expect(isNavigator({ memberships: [claim()], adminOf: [] })).toBe(true);
    expect(isNavigator({ memberships: [], adminOf: [administration('2026-01-01')] })).toBe(true);
    expect(isNavigator({ memberships: [], adminOf: [] })).toBe(false);
  });
});
