import { describe, expect, test } from 'vitest';
import { lateWords, statusControl, type StatusFacts } from '../../../src/components/status-control.ts';
import { allowedStatuses } from '../../../src/domain/referral-policy.ts';

const now = new Date('2026-12-03T17:41:00Z');
const facts: StatusFacts = {
  referralId: '0197a000-0000-7000-8000-000000000001',
  seekerName: 'Ana Ruiz',
  status: 'pending',
  version: 3,
  seen: true,
  lastReason: 'Lease received.',
  lastActor: 'Joel P.',
  lastOrganization: 'Fair Oaks Center',
  lastVia: 'email_link',
  statusChangedAt: new Date('2026-12-03T17:20:00Z'),
  createdAt: new Date('2026-12-02T00:15:00Z'),
  lateAfterDays: 5,
  allowed: allowedStatuses(['program']),
  withdrawal: null,
};
const options = { returnTo: '/inbound', timeZone: 'America/Los_Angeles', now, formKey: 'k' };

describe('the status control', () => {
  test('R5: carries the version the reader sees, and where to go back to', () => {
    expect(statusControl(facts, options)).toMatchObject({
      action: `/referrals/${facts.referralId}/status`,
      version: 3,
      idem: 'k',
      hidden: [{ name: 'returnTo', value: '/inbound' }],
    });
  });

  test('R4: offers what the policy allows, under the categories, marks the one it has and chooses none', () => {
    const { groups, chosen, open } = statusControl(facts, options);
    expect(groups.map(({ label, choices }) => [label, choices.length])).toEqual([
      ['In progress', 4],
      ['Got help', 1],
      ['Needs further action', 5],
    ]);
    expect(groups.flatMap(({ choices }) => choices.filter((choice) => choice.now).map(({ value }) => value))).toEqual(['pending']);
    expect([chosen, open]).toEqual([null, false]);
  });

  test('says who changed it last, in lists shortly and on the referral’s page with organization and time', () => {
    expect(statusControl(facts, options).last).toEqual({
      reason: 'Lease received.',
      line: 'Joel P., by email link, 3\u00a0Dec',
      by: 'Joel P.',
    });
    const nextAutumn = new Date('2027-10-01T12:00:00Z');
    expect(statusControl(facts, { ...options, now: nextAutumn }).last?.line).toBe('Joel P., by email link, 3\u00a0Dec\u00a02026');
    expect(statusControl(facts, { ...options, headline: true }).last?.line).toBe(
      'Joel P., Fair Oaks Center, by email link, 3\u00a0Dec\u00a02026, 9:20\u00a0am',
    );
    expect(statusControl({ ...facts, lastActor: null }, options).last).toBeNull();
  });

  test('after a failed try it is open, with what was chosen and written', () => {
    const failed = { chosen: 'eligible', reason: 'Kept', error: 'Choose a status' };
    expect(statusControl(facts, { ...options, failed })).toMatchObject({ open: true, ...failed });
  });

  test('is late when nobody acted within the Program’s limit, and only then', () => {
    const waiting = { status: 'not_updated' as const, lateAfterDays: 5 };
    const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
    expect(lateWords({ ...waiting, createdAt: daysAgo(9) }, now)).toBe('9 days without an update');
    expect(lateWords({ ...waiting, createdAt: daysAgo(5) }, now)).toBe('5 days without an update');
    expect(lateWords({ ...waiting, createdAt: daysAgo(4.99) }, now)).toBeNull();
    expect(lateWords({ ...waiting, lateAfterDays: 1, createdAt: daysAgo(1) }, now)).toBe('1 day without an update');
    expect(lateWords({ ...waiting, status: 'pending', createdAt: daysAgo(90) }, now)).toBeNull();
  });
});
