/** Opening hours as stored: weekday 1 (Monday) to 7 with local times "HH:MM"; or, with weekday null, words only. */
export interface OpeningSpan {
  weekday: number | null;
  opensAt: string | null;
  closesAt: string | null;
}

/** A moment as the clock on the wall shows it. */
export interface LocalMoment {
  weekday: number;
  /** "HH:MM", 00:00 to 23:59. */
  time: string;
}

export type OpenState =
  | { kind: 'always' }
  | { kind: 'open'; until: LocalMoment; minutes: number }
  | { kind: 'closed'; opens: LocalMoment; minutes: number }
  | { kind: 'unknown' };

const DAY = 1440;
const WEEK = 7 * DAY;
const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether somebody would find the door open now, until when, or when it opens next. */
export function openState(spans: readonly OpeningSpan[], now: LocalMoment): OpenState {
  const stretches = merged(spans.flatMap(toStretch));
  if (stretches.length === 0) return { kind: 'unknown' };
  const at = minuteOfWeek(now);
  const open = stretches.find((stretch) => contains(stretch, at));
  if (!open) {
    const waits = stretches.map((stretch) => (stretch.start - at + WEEK) % WEEK);
    const minutes = Math.min(...waits);
    return { kind: 'closed', opens: momentAt(at + minutes), minutes };
  }
  if (open.end - open.start >= WEEK) return { kind: 'always' };
  const minutes = (open.end - at + WEEK) % WEEK;
  return { kind: 'open', until: momentAt(at + minutes), minutes };
}

/** "Open now, until 5 pm", "Closed, opens tomorrow 10 am"; null when the hours are not known. */
export function openStateText(state: OpenState, now: LocalMoment): string | null {
  switch (state.kind) {
    case 'unknown':
      return null;
    case 'always':
      return 'Open now, day and night';
    case 'open':
      return `Open now, until ${state.minutes < DAY ? timeText(state.until.time) : dayAndTime(state.until)}`;
    case 'closed':
      return `Closed, opens ${whenOpens(state, now)}`;
  }
}

/** The wall clock's day and time in a time zone. */
export function localMoment(at: Date, timeZone: string): LocalMoment {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const part = (type: string): string => parts.formatToParts(at).find((p) => p.type === type)?.value ?? '';
  return { weekday: SHORT_DAYS.indexOf(part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` };
}

/** "9 am", "4:30 pm", "noon", "midnight"; never broken across lines. */
export function timeText(time: string): string {
  const { hour, minute } = clockParts(time);
  if (minute === 0 && hour % 24 === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${minutes}\u00a0${hour % 24 < 12 ? 'am' : 'pm'}`;
}

/** True when a closing time belongs to the next day: a shelter open from 8 pm to 7 am. */
export function isOvernight(opensAt: string, closesAt: string): boolean {
  return closesAt <= opensAt;
}

interface Stretch {
  start: number;
  end: number;
}

function toStretch({ weekday, opensAt, closesAt }: OpeningSpan): Stretch[] {
  if (weekday === null || opensAt === null || closesAt === null) return [];
  const start = minuteOfWeek({ weekday, time: opensAt });
  const end = minuteOfWeek({ weekday, time: closesAt }) + (isOvernight(opensAt, closesAt) ? DAY : 0);
  return [{ start, end }];
}

/** Joins stretches that overlap or touch, Sunday night into Monday morning included. */
function merged(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else joined.push({ ...next });
  }
  return overTheWeekend(joined);
}

function overTheWeekend(joined: Stretch[]): Stretch[] {
  for (let first = joined[0], last = joined.at(-1); first && last && first !== last && last.end - WEEK >= first.start;) {
    last.end = Math.max(last.end, first.end + WEEK);
    joined.shift();
    first = joined[0];
  }
  return joined;
}

function contains({ start, end }: Stretch, at: number): boolean {
  return (at >= start && at < end) || at + WEEK < end;
}

function whenOpens({ opens, minutes }: { opens: LocalMoment; minutes: number }, now: LocalMoment): string {
  if (opens.weekday === now.weekday && minutes < DAY) return `today ${timeText(opens.time)}`;
  if (opens.weekday === (now.weekday % 7) + 1 && minutes < 2 * DAY) return `tomorrow ${timeText(opens.time)}`;
  return dayAndTime(opens);
}

function dayAndTime({ weekday, time }: LocalMoment): string {
  return `${SHORT_DAYS[weekday - 1] ?? ''} ${timeText(time)}`;
}

function minuteOfWeek({ weekday, time }: LocalMoment): number {
  const { hour, minute } = clockParts(time);
  return (weekday - 1) * DAY + hour * 60 + minute;
}

function momentAt(minute: number): LocalMoment {
  const inWeek = minute % WEEK;
  const inDay = inWeek % DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return { weekday: Math.floor(inWeek / DAY) + 1, time: `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}` };
}

function clockParts(time: string): { hour: number; minute: number } {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) };
}
