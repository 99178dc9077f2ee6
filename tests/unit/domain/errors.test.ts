import { expect, test } from 'vitest';
import { NotFound, StaleVersion, type MeanwhileChange } from '../../../src/domain/errors.ts';

test('R13: "not found" says nothing about what was looked for', () => {
  expect(new NotFound().message).toBe('Not found');
});

test('R5: a stale version carries what is true now and what happened meanwhile', () => {
  const change: MeanwhileChange = {
    by: 'Maria G.',
    organization: 'Fair Oaks Center',
    from: 'pending',
    to: 'eligible',
    reason: 'Paperwork complete',
    at: new Date('2026-12-03T17:41:00Z'),
  };
  const error = new StaleVersion({ status: 'eligible', version: 3 }, [change]);
  expect(error.current).toEqual({ status: 'eligible', version: 3 });
  expect(error.changes).toEqual([change]);
  expect(error.name).toBe('StaleVersion');
});
