import { expect, test } from 'vitest';
import { reminderTimes } from '../../../src/domain/reminder-rules.ts';

const now = new Date('2026-12-09T18:00:00Z');

test('a referral is due for as many reminders as there are times it is older than', () => {
  const times = reminderTimes(now, [2, 5, 10], 'UTC');
  expect(times?.due.map((at) => at.toISOString().slice(0, 10))).toEqual(['2026-12-07', '2026-12-02', '2026-11-25']);
});

test('what waits ten business days longer than the last of them is left alone: no storm after a long stop', () => {
  expect(reminderTimes(now, [2, 5, 10], 'UTC')?.tooOld.toISOString().slice(0, 10)).toBe('2026-11-11');
});

test('no days, no reminders', () => {
  expect(reminderTimes(now, [], 'UTC')).toBeNull();
});
