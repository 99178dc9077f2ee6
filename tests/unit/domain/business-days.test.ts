import { expect, test } from 'vitest';
import { businessDaysBefore } from '../../../src/domain/business-days.ts';

const LA = 'America/Los_Angeles';
const at = (local: string, offset = '-08:00'): Date => new Date(`${local}:00${offset}`);

test.each([
  ['Wednesday to Monday', '2026-12-09T10:00', 2, '2026-12-07T10:00'],
  ['Tuesday to Friday, over a weekend', '2026-12-08T10:00', 2, '2026-12-04T10:00'],
  ['five days are a week', '2026-12-09T10:00', 5, '2026-12-02T10:00'],
  ['ten days are two', '2026-12-09T10:00', 10, '2026-11-25T10:00'],
  ['no day at all', '2026-12-09T10:00', 0, '2026-12-09T10:00'],
  ['over the end of a year', '2027-01-04T09:00', 2, '2026-12-31T09:00'],
])('%s', (_words, now, days, before) => {
  expect(businessDaysBefore(at(now), days, LA)).toEqual(at(before));
});

test('on a weekend nothing falls due that did not on Friday', () => {
  const friday = new Date(at('2026-12-05T00:00').getTime() - 1);
  for (const now of ['2026-12-05T10:00', '2026-12-06T23:00']) {
    expect(businessDaysBefore(at(now), 2, LA)).toEqual(businessDaysBefore(friday, 2, LA));
  }
});

test('what happened on a weekend counts from Monday', () => {
  const saturday = at('2026-12-05T10:00');
  expect(saturday <= businessDaysBefore(new Date(at('2026-12-09T00:00').getTime() - 1), 2, LA)).toBe(false);
  expect(saturday <= businessDaysBefore(at('2026-12-09T00:00'), 2, LA)).toBe(true);
});

test('a day in which the clocks change is a day like others', () => {
  expect(businessDaysBefore(at('2026-11-03T10:00'), 2, LA)).toEqual(at('2026-10-30T10:00', '-07:00'));
  expect(businessDaysBefore(at('2026-03-09T10:00', '-07:00'), 1, LA)).toEqual(at('2026-03-06T10:00'));
});

test('whose Friday it is, is a matter of the time zone', () => {
  const now = new Date('2026-12-07T20:00:00Z');
  expect(businessDaysBefore(now, 1, 'Pacific/Auckland')).toEqual(new Date('2026-12-06T20:00:00Z'));
  expect(businessDaysBefore(now, 1, LA)).toEqual(new Date('2026-12-04T20:00:00Z'));
});
