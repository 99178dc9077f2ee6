import { DateTime } from 'luxon';

/** A moment as pages show it: spelled, in the instance's time zone, with the machine's form beside it (U-34). */
export interface Moment {
  iso: string;
  /** "3 Dec 2026", with no-break spaces. */
  date: string;
  /** "9:20 am", with a no-break space. */
  time: string;
}

export function momentIn(timeZone: string, at: Date): Moment {
  const local = DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-US');
  return { iso: at.toISOString(), date: unbroken(local.toFormat('d LLL yyyy')), time: unbroken(local.toFormat('h:mm a').toLowerCase()) };
}

/** Whole days between two moments, for "9 days without an update". */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.floor((later.getTime() - earlier.getTime()) / 86_400_000);
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
