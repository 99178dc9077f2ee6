import { describe, expect, test } from 'vitest';
import { demoStory } from '../../../prisma/seed/demo-story.ts';

const ZONE = 'America/Los_Angeles';
const wall = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** In the night, at the opening, at noon, in the evening, on both days on which the clock is changed. */
const NOWS = [
  '2026-11-23T10:10:00Z',
  '2026-11-23T17:01:00Z',
  '2026-11-23T20:02:00Z',
  '2026-11-24T05:30:00Z',
  '2026-11-01T20:00:00Z',
  '2026-03-08T19:00:00Z',
];

describe('the story of the demo', () => {
  test.each(NOWS)('made at %s, happens at working hours, one act after the other, and none in the future', (iso) => {
    const now = new Date(iso);
    const acts = demoStory(now, ZONE);
    const times = acts.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
    const hours = acts.map(({ at }) => wall.format(at));
    expect(hours.filter((hour) => hour < '08:30' || hour > '17:30')).toEqual([]);
  });

  test.each(NOWS)('made at %s, lets nothing happen to a referral before it is sent, and its moves in their order (R6)', (iso) => {
    const acts = demoStory(new Date(iso), ZONE);
    for (const { referral } of acts) {
      const own = acts.filter((act) => act.referral === referral);
      expect(own[0]?.kind).toBe('sent');
      expect(own.flatMap((act) => (act.kind === 'moved' ? [act.move] : []))).toEqual(referral.moves);
      expect(new Set(own.map(({ at }) => at.getTime())).size).toBe(own.length);
    }
  });
});
