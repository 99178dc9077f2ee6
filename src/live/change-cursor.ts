/** A history entry as the change log shows it. */
export interface LoggedChange {
  sequence: number;
  referralId: string;
}

/** Where in the change log this process is. */
export interface ChangeCursor {
  /** What to ask the log for: everything after, and the numbers that were missing. Null before the first reading. */
  position(): { after: number; missing: number[] } | null;
  /** Sets the beginning: these, the newest entries of the log, are old news. */
  begin(newest: readonly LoggedChange[], now: number): void;
  /** Takes what the log answered, in its order, and returns what nobody has heard of yet. */
  read(changes: readonly LoggedChange[], now: number): LoggedChange[];
  /** Takes what was heard by notification; false when it is known already. */
  heard(sequence: number): boolean;
}

/** No transaction lives this long (they end after 5 s, idle or stuck ones after 10 s): a number missing since then was rolled back. */
const GIVEN_UP_AFTER = 15_000;
const MOST_MISSING = 10_000;

/**
 * Follows the sequence of history entries. Numbers are given out when a row is written and show when it commits, so a lower
 * one may turn up after a higher one: missing numbers are asked for until they turn up or cannot any more.
 */
export function openCursor(): ChangeCursor {
  let last: number | null = null;
  const missing = new Map<number, number>();
  const ahead = new Set<number>();

  const advance = (to: number, now: number): void => {
    const from = last ?? to;
    for (let gap = Math.max(from + 1, to - MOST_MISSING); gap < to; gap += 1) missing.set(gap, now);
    last = Math.max(from, to);
  };

  return {
    position: () => (last === null ? null : { after: last, missing: [...missing.keys()] }),
    begin(newest, now) {
      last = newest[0] ? newest[0].sequence - 1 : 0;
      for (const { sequence } of newest) advance(sequence, now);
    },
    read(changes, now) {
      const unheard = changes.filter(({ sequence }) => {
        const late = missing.delete(sequence);
        if (!late) advance(sequence, now);
        return late || !ahead.delete(sequence);
      });
      for (const [gap, since] of missing) if (now - since > GIVEN_UP_AFTER || missing.size > MOST_MISSING) missing.delete(gap);
      return unheard;
    },
    heard(sequence) {
      if (missing.delete(sequence)) return true;
      if ((last !== null && sequence <= last) || ahead.has(sequence)) return false;
      ahead.add(sequence);
      return true;
    },
  };
}
