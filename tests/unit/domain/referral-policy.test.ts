import { describe, expect, test } from 'vitest';
import { NotAllowed } from '../../../src/domain/errors.ts';
import {
  allowedStatuses,
  assertMaySetStatus,
  isHelper,
  isReferringSide,
  maySeeContact,
  maySetStatus,
  seekerFor,
} from '../../../src/domain/referral-policy.ts';
import { STATUSES, type Status } from '../../../src/domain/referral-status.ts';
import type { Side } from '../../../src/domain/visibility.ts';

const SEEKERS_MAY: readonly Status[] = ['got_help', 'pending', 'not_eligible', 'no_capacity', 'couldnt_get_help', 'no_longer_interested'];

describe('R4: who may set which status', () => {
  for (const side of ['maker', 'team', 'program'] as const) {
    for (const status of STATUSES) {
      const may = status !== 'not_updated';
      test(`the ${side} side ${may ? 'may' : 'may not'} set ${status}`, () => {
        expect(maySetStatus([side], status)).toBe(may);
      });
    }
  }

  for (const status of STATUSES) {
    const may = SEEKERS_MAY.includes(status);
    test(`the Seeker ${may ? 'may' : 'may not'} set ${status}`, () => {
      expect(maySetStatus(['seeker'], status)).toBe(may);
    });
  }

  test('somebody without a side may set nothing', () => {
    expect(STATUSES.filter((status) => maySetStatus([], status))).toEqual([]);
  });

  test('a Seeker who also helps on the referral chooses like a helper', () => {
    expect(allowedStatuses(['seeker', 'program'])).toEqual(allowedStatuses(['program']));
  });

  test('a refusal is an error that says so, and a permission is none', () => {
    expect(() => {
      assertMaySetStatus(['seeker'], 'eligible');
    }).toThrow(NotAllowed);
    expect(() => {
      assertMaySetStatus(['seeker'], 'got_help');
    }).not.toThrow();
  });
});

describe('R11, R12, R14: what the sides may see', () => {
  const everySide: readonly Side[] = ['maker', 'team', 'program', 'seeker'];

  test('helpers are all sides but the Seeker', () => {
    expect(everySide.filter((side) => isHelper([side]))).toEqual(['maker', 'team', 'program']);
  });

  test('goals belong to the maker and the Team, not to the Program and not to the Seeker', () => {
    expect(everySide.filter((side) => isReferringSide([side]))).toEqual(['maker', 'team']);
  });

  test('"Don’t reach out" hides contact details from the Program, and from nobody on the referring side', () => {
    expect(maySeeContact(['program'], 'dont_reach_out')).toBe(false);
    expect(maySeeContact(['program'], 'text')).toBe(true);
    expect(maySeeContact(['maker'], 'dont_reach_out')).toBe(true);
    expect(maySeeContact(['team', 'program'], 'dont_reach_out')).toBe(true);
  });
});

describe('R11: whose word of the Seeker somebody reads', () => {
  const known = { profile: 'what the profile says', shared: 'what the form shared' };
  const SIDES: [Side[], keyof typeof known][] = [
    [['maker'], 'profile'],
    [['team'], 'profile'],
    [['maker', 'program'], 'profile'],
    [['program'], 'shared'],
    [['program', 'seeker'], 'shared'],
    [[], 'shared'],
  ];
  test.each(SIDES)('from the sides %j: %s', (sides, which) => {
    expect(seekerFor({ sides, ...known })).toBe(known[which]);
  });
});
