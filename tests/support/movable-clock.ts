import type { Clock } from '../../src/clock.ts';

/** The real time, moved by as much as a test says. */
export interface MovableClock extends Clock {
  forward(ms: number): void;
}

export function movableClock(): MovableClock {
  let moved = 0;
  return {
    now: () => new Date(Date.now() + moved),
    forward: (ms) => {
      moved += ms;
    },
  };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
