import { describe, expect, it } from 'vitest';
import { searchPlan } from '../../../src/domain/person-search-plan.ts';

const MANY = 1_800_000;
const plan = (shares: Record<string, number>, rows = MANY) =>
  searchPlan(
    Object.keys(shares),
    Object.values(shares).map((share) => ({ share, rows })),
  );

describe('where a person is looked for (R16)', () => {
  it('is the list, where what was typed is so common that a page is soon full', () => {
    expect(plan({ maria: 0.13 })).toBe('walk');
    expect(plan({ mar: 0.2, garc: 0.02 })).toBe('walk');
  });

  it('is the index for the rarest word, where another word would be very many people’s', () => {
    expect(plan({ maria: 0.13, gonwormento: 0 })).toEqual(['gonwormento']);
    expect(plan({ '6505550100': 0 })).toEqual(['6505550100']);
  });

  it('is the index for all words, where none of them is rare but all together are', () => {
    expect(plan({ mei: 0.01, gara: 0.0225 })).toEqual(['mei', 'gara']);
  });

  it('is the index, where nothing is known of the words', () => {
    expect(searchPlan(['ana'], [])).toEqual(['ana']);
    expect(searchPlan([], [])).toEqual([]);
  });
});
