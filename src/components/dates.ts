/** A moment as pages show it: spelled, in the instance's time zone, with the machine's form beside it (U-34). */
export interface Moment {
  iso: string;
  /** "3 Dec 2026", with no-break spaces. */
  date: string;
  /** "9:20 am", with a no-break space. */
  time: string;
}

export function momentIn(timeZone: string, at: Date): Moment {
  const [, month = '', day = '', year = '', time = '', half = ''] = SPELLED.exec(formatIn(timeZone).format(at)) ?? [];
  return { iso: at.toISOString(), date: unbroken(`${day} ${month} ${year}`), time: unbroken(`${time} ${half.toLowerCase()}`) };
}

/** "Dec 3, 2026, 9:20 AM", as the formatter below writes it; asking it for the parts costs three times as much. */
const SPELLED = /^(\p{L}+) (\d+), (\d+),\s(\S+)\s(\S+)$/u;

const formats = new Map<string, Intl.DateTimeFormat>();

/** One for each zone: making it is slow, using it is not, and a list shows dozens of moments. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  formats.set(timeZone, made);
  return made;
}

/** "3 Dec", in a column too narrow for more; with its year where another could be meant. */
export function shortDate({ iso, date }: Moment, now: Date): string {
  return daysBetween(new Date(iso), now) < 300 ? date.replace(/\s\d+$/u, '') : date;
}

/** Whole days between two moments, for "9 days without an update". */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.floor((later.getTime() - earlier.getTime()) / 86_400_000);
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
