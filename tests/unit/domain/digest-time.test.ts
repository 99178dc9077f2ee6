import { expect, test } from 'vitest';
import { lastDigestTime } from '../../../src/domain/digest-time.ts';

test.each([
  ['just before eight', 'America/Los_Angeles', '2026-12-03T15:59:59.999Z', '2026-12-02T16:00:00Z'],
  ['at eight', 'America/Los_Angeles', '2026-12-03T16:00:00Z', '2026-12-03T16:00:00Z'],
  ['in the evening', 'America/Los_Angeles', '2026-12-04T06:00:00Z', '2026-12-03T16:00:00Z'],
  ['where it is tomorrow already', 'Pacific/Auckland', '2026-12-03T20:00:00Z', '2026-12-03T19:00:00Z'],
  ['half an hour aside', 'Asia/Kolkata', '2026-12-03T02:29:00Z', '2026-12-02T02:30:00Z'],
  ['the morning the clocks went forward', 'America/Los_Angeles', '2026-03-08T15:00:00Z', '2026-03-08T15:00:00Z'],
  ['the day before that', 'America/Los_Angeles', '2026-03-08T14:59:00Z', '2026-03-07T16:00:00Z'],
  ['the morning the clocks went back', 'America/Los_Angeles', '2026-11-01T15:59:00Z', '2026-10-31T15:00:00Z'],
  ['an hour later by the sun', 'America/Los_Angeles', '2026-11-01T16:00:00Z', '2026-11-01T16:00:00Z'],
  ['on the first of a year', 'Europe/Berlin', '2027-01-01T06:59:00Z', '2026-12-31T07:00:00Z'],
])('the last eight o’clock, %s in %s', (_words, timeZone, now, eight) => {
  expect(lastDigestTime(new Date(now), timeZone)).toEqual(new Date(eight));
});
