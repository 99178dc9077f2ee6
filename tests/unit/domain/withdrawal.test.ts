import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/domain/referral-status.ts';
import { mayForward, mayWithdraw } from '../../../src/domain/withdrawal.ts';
import type { Side } from '../../../src/domain/visibility.ts';

const SIDES: readonly Side[] = ['maker', 'team', 'program', 'seeker'];
const open = { status: 'pending', withdrawal: null } as const;
const withdrawn = { status: 'no_longer_interested', withdrawal: { by: 'Dana W.', at: '2026-12-03T17:00:00Z', reason: 'Moved' } } as const;

describe('R6: who withdraws a referral', () => {
  test('its maker alone, whatever else they are', () => {
    expect(SIDES.filter((side) => mayWithdraw([side], open))).toEqual(['maker']);
    expect(mayWithdraw(['maker', 'program', 'seeker'], open)).toBe(true);
    expect(mayWithdraw([], open)).toBe(false);
  });

  test('once, and in every status but "Got help"', () => {
    expect(mayWithdraw(['maker'], withdrawn)).toBe(false);
    expect(STATUSES.filter((status) => !mayWithdraw(['maker'], { status, withdrawal: null }))).toEqual(['got_help']);
  });
});

describe('R4: who takes a referral further', () => {
  test('whoever helps on it, the Seeker not', () => {
    expect(SIDES.filter((side) => mayForward([side], open))).toEqual(['maker', 'team', 'program']);
    expect(mayForward([], open)).toBe(false);
  });

  test('while its loop is open', () => {
    expect(STATUSES.filter((status) => !mayForward(['maker'], { status, withdrawal: null }))).toEqual(['got_help', 'no_longer_interested']);
    expect(mayForward(['maker'], withdrawn)).toBe(false);
    expect(mayForward(['maker'], { ...withdrawn, status: 'pending' })).toBe(false);
  });
});
