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
  const place: Place = { last: null, missing: new Map() };
  const ahead = new Set<number>();

  return {
    position: () => (place.last === null ? null : { after: place.last, missing: [...place.missing.keys()] }),
    begin: (newest, now) => {
      place.last = newest[0] ? newest[0].sequence - 1 : 0;
      for (const { sequence } of newest) advance(place, sequence, now);
    },
    read: (changes, now) => {
      const unheard = changes.filter(({ sequence }) => {
        const late = place.missing.delete(sequence);
        if (!late) advance(place, sequence, now);
        return late || !ahead.delete(sequence);
      });
      giveUp(place, now);
      return unheard;
    },
    heard: (sequence) => {
      if (place.missing.delete(sequence)) return true;
      if ((place.last !== null && sequence <= place.last) || ahead.has(sequence)) return false;
      ahead.add(sequence);
      return true;
    },
  };
}

/** The last number read, and since when which numbers before it are missing. */
interface Place {
  last: number | null;
  missing: Map<number, number>;
}

function advance(place: Place, to: number, now: number): void {
  const from = place.last ?? to;
  for (let gap = Math.max(from + 1, to - MOST_MISSING); gap < to; gap += 1) place.missing.set(gap, now);
  place.last = Math.max(from, to);
}

function giveUp({ missing }: Place, now: number): void {
  for (const [gap, since] of missing) if (now - since > GIVEN_UP_AFTER || missing.size > MOST_MISSING) missing.delete(gap);
}
