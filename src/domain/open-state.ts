import { clockParts, isOvernight, type LocalMoment, type OpeningSpan } from './opening-hours.ts';

export type OpenState =
  | { kind: 'always' }
  | { kind: 'open'; until: LocalMoment; minutes: number }
  | { kind: 'closed'; opens: LocalMoment; minutes: number }
  | { kind: 'unknown' };

const DAY = 1440;
const WEEK = 7 * DAY;

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
  const last = joined.at(-1);
  while (last && joined[0] && joined[0] !== last && last.end - WEEK >= joined[0].start) {
    last.end = Math.max(last.end, joined[0].end + WEEK);
    joined.shift();
  }
  return joined;
}

function contains({ start, end }: Stretch, at: number): boolean {
  return (at >= start && at < end) || at + WEEK < end;
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
