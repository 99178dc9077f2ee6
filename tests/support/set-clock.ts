import type { Clock } from '../../src/clock.ts';

/** A clock that stands where a test sets it. */
export interface SetClock extends Clock {
  set(moment: string): void;
}

export function setClock(moment: string): SetClock {
  let at = new Date(moment);
  return {
    now: () => at,
    set: (next) => {
      at = new Date(next);
    },
  };
}
