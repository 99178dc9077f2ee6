/** What calendar and clock on the wall show. `month` is 1 to 12; a day or hour too many carries over. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  /** Milliseconds since midnight, by the clock. */
  time: number;
}

export const HOUR_MS = 3_600_000;

/** Whether clocks anywhere go by this name, such as America/Los_Angeles. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

export function localTimeOf(at: Date, timeZone: string): LocalTime {
  const clock = new Date(at.getTime() + offsetAt(at.getTime(), timeZone));
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    time: clock.getTime() - Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth(), clock.getUTCDate()),
  };
}

/** When the wall shows this; an hour that a change of the clocks leaves out is the one after it. */
export function momentOf({ year, month, day, time }: LocalTime, timeZone: string): Date {
  const clock = Date.UTC(year, month - 1, day) + time;
  const guess = clock - offsetAt(clock, timeZone);
  return new Date(clock - offsetAt(guess, timeZone));
}

/** 1 for Monday to 7. */
export function weekdayOf({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** How far the wall's clock is ahead of UTC. */
function offsetAt(ms: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(ms);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(ms / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one is slow; there are only so many time zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...digits });
  formats.set(timeZone, format);
  return format;
}
