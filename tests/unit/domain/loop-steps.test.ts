import { describe, expect, test } from 'vitest';
import { type LoopFacts, loopTimes } from '../../../src/domain/loop-steps.ts';

const [sent, seen, acted, changed] = [1, 2, 3, 4].map((hour) => new Date(Date.UTC(2026, 11, 3, hour))) as [Date, Date, Date, Date];
const FACTS: LoopFacts = { status: 'not_updated', sentAt: sent, seenAt: null, actedAt: null, statusChangedAt: sent };

describe('the loop of a referral: sent, seen, acted on, outcome (R4)', () => {
  test.each<[string, Partial<LoopFacts>, (Date | null)[]]>([
    ['sent', {}, [sent, null, null, null]],
    ['seen', { seenAt: seen }, [sent, seen, null, null]],
    ['acted on', { status: 'pending', seenAt: seen, actedAt: acted, statusChangedAt: changed }, [sent, seen, acted, null]],
    [
      'acted on and never looked at: the act was a look',
      { status: 'pending', actedAt: acted, statusChangedAt: acted },
      [sent, acted, acted, null],
    ],
    ['got help', { status: 'got_help', seenAt: seen, actedAt: acted, statusChangedAt: changed }, [sent, seen, acted, changed]],
    ['full', { status: 'no_capacity', seenAt: seen, actedAt: acted, statusChangedAt: changed }, [sent, seen, acted, changed]],
    [
      'back in progress: the outcome is open again',
      { status: 'eligible', seenAt: seen, actedAt: acted, statusChangedAt: changed },
      [sent, seen, acted, null],
    ],
  ])('%s', (_case, facts, times) => {
    const steps = loopTimes({ ...FACTS, ...facts });
    expect([steps.sent, steps.seen, steps.acted, steps.outcome]).toEqual(times);
  });
});
