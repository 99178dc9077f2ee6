import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCursor, type LoggedChange } from '../../../src/live/change-cursor.ts';

const entry = (sequence: number): LoggedChange => ({ sequence, referralId: `referral-${String(sequence)}` });
const numbers = (changes: readonly LoggedChange[]) => changes.map((change) => change.sequence);

describe('following the change log (R-30)', () => {
  it('begins with the newest entry: what is there already is old news', () => {
    const cursor = openCursor();
    cursor.begin([entry(7), entry(8)], 0);
    expect(cursor.position()).toEqual({ after: 8, missing: [] });
    expect(cursor.heard(8)).toBe(false);
  });

  it('begins at the start of an empty log', () => {
    const cursor = openCursor();
    cursor.begin([], 0);
    expect(numbers(cursor.read([entry(1)], 1))).toEqual([1]);
  });

  it('tells what was swept but never heard, once', () => {
    const cursor = openCursor();
    cursor.begin([entry(1)], 0);
    expect(numbers(cursor.read([entry(2), entry(3)], 1))).toEqual([2, 3]);
    expect(cursor.heard(3)).toBe(false);
  });

  it('does not tell twice what was heard before it was swept', () => {
    const cursor = openCursor();
    cursor.begin([entry(1)], 0);
    expect(cursor.heard(2)).toBe(true);
    expect(cursor.heard(2)).toBe(false);
    expect(numbers(cursor.read([entry(2), entry(3)], 1))).toEqual([3]);
  });

  it('asks for a lower number that commits after a higher one, whether it is then swept or heard', () => {
    const cursor = openCursor();
    cursor.begin([entry(1)], 0);
    expect(numbers(cursor.read([entry(4)], 1))).toEqual([4]);
    expect(cursor.position()).toEqual({ after: 4, missing: [2, 3] });
    expect(numbers(cursor.read([entry(2)], 2))).toEqual([2]);
    expect(cursor.heard(3)).toBe(true);
    expect(cursor.position()).toEqual({ after: 4, missing: [] });
  });

  it('asks for numbers that were missing when it began', () => {
    const cursor = openCursor();
    cursor.begin([entry(5), entry(8)], 0);
    expect(cursor.position()).toEqual({ after: 8, missing: [6, 7] });
  });

  it('gives up a number only after its transaction can no longer be under way', () => {
    const cursor = openCursor();
    cursor.begin([entry(1)], 0);
    cursor.read([entry(3)], 1_000);
    cursor.read([], 15_900);
    expect(cursor.position()?.missing).toEqual([2]);
    cursor.read([], 16_100);
    expect(cursor.position()?.missing).toEqual([]);
  });

  it('asks once more before it gives up, however long the database was away', () => {
    const cursor = openCursor();
    cursor.begin([entry(1)], 0);
    cursor.read([entry(3)], 1_000);
    expect(cursor.position()?.missing).toEqual([2]);
    expect(numbers(cursor.read([entry(2)], 3_600_000))).toEqual([2]);
  });

  it('keeps its memory small when a large import was rolled back', () => {
    const cursor = openCursor();
    cursor.begin([entry(1)], 0);
    cursor.read([entry(5_000_000)], 1);
    expect(cursor.position()?.missing.length).toBeLessThanOrEqual(10_000);
  });

  it('tells every committed change exactly once, in whatever order they commit, are heard and are swept', () => {
    const commits = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { maxLength: 39 });
    const steps = fc.array(fc.record({ sweep: fc.boolean(), hear: fc.boolean() }), { minLength: 39, maxLength: 39 });
    fc.assert(
      fc.property(commits, steps, (order, how) => {
        const cursor = openCursor();
        cursor.begin([entry(1)], 0);
        const log = new Set([1]);
        const told: number[] = [];
        const sweep = (): void => {
          const position = cursor.position() ?? { after: 0, missing: [] };
          const found = [...log].filter((n) => n > position.after || position.missing.includes(n)).sort((a, b) => a - b);
          told.push(...numbers(cursor.read(found.map(entry), 1)));
        };
        for (const [step, sequence] of order.entries()) {
          log.add(sequence);
          if (how[step]?.hear && cursor.heard(sequence)) told.push(sequence);
          if (how[step]?.sweep) sweep();
        }
        sweep();
        expect(told.sort((a, b) => a - b)).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });
});
