import { isOvernight, timeText } from '../domain/opening-hours.ts';
import type { HsdsSchedule } from './hsds.forms.ts';
import type { ImportedSchedule } from './imported-program.ts';
import { readDays } from './read-days.ts';
import { readTime } from './read-time.ts';

/** A schedule with the place it belongs to; null when the program has but one. */
export interface PlacedSchedule {
  place: string | null;
  schedule: HsdsSchedule;
}

/** All hours of a service. Those that have ended are told only when there are no others: last winter's hours help nobody. */
export function readAllHours(schedules: PlacedSchedule[], today: string, remarks: string[]): ImportedSchedule[] {
  const current = schedules.filter(({ schedule }) => !hasEnded(schedule, today));
  return (current.length > 0 ? current : schedules).flatMap((placed) => readHours(placed, today, remarks));
}

/** One HSDS schedule as weekly hours where it says that and is in force, else as words for a person to read. */
function readHours({ schedule, place }: PlacedSchedule, today: string, remarks: string[]): ImportedSchedule[] {
  const days = readDays(schedule);
  const times = readTimes(schedule);
  const notes = joined([schedule.description, schedule.notes], ' ');
  const words = (told: string): ImportedSchedule[] => (told === '' ? [] : [{ ...NO_HOURS, description: joined([place, told], ': ') }]);
  if (times.kind === 'doubtful') remarks.push(`hours "${times.written}" cannot be right and are kept as words`);
  if (times.kind === 'hours' && days.weekly.length > 0 && !hasEnded(schedule, today) && hasBegun(schedule, today)) {
    const { opensAt, closesAt } = times;
    return [...days.weekly.map((weekday) => ({ weekday, opensAt, closesAt, description: place })), ...words(notes)];
  }
  return words(joined([joined([periodInWords(schedule, today), days.written, times.written], ' '), notes], '. '));
}

const NO_HOURS = { weekday: null, opensAt: null, closesAt: null };

type Times = { kind: 'hours'; opensAt: string; closesAt: string; written: string } | { kind: 'doubtful' | 'none'; written: string };

function readTimes({ opens_at: opens, closes_at: closes }: HsdsSchedule): Times {
  const written = opens && closes ? `${opens} to ${closes}` : opens ? `from ${opens}` : closes ? `until ${closes}` : '';
  const opensAt = opens === null ? null : readTime(opens);
  const closing = closes === null ? null : readTime(closes);
  if (opensAt === null || closing === null) return { kind: written === '' ? 'none' : 'doubtful', written };
  const closesAt = closing === '00:00' || closing === '23:59' ? '24:00' : closing;
  // 8 pm to 7 am is a night; 9 am to 3 in the morning is a slip of the pen for 3 pm.
  if (isOvernight(opensAt, closesAt) && opensAt < '12:00') return { kind: 'doubtful', written };
  return { kind: 'hours', opensAt, closesAt, written: `${timeText(opensAt)} to ${timeText(closesAt)}` };
}

function hasBegun(schedule: HsdsSchedule, today: string): boolean {
  return (firstDay(schedule) ?? today) <= today;
}

function hasEnded(schedule: HsdsSchedule, today: string): boolean {
  return (lastDay(schedule) ?? today) < today;
}

function periodInWords(schedule: HsdsSchedule, today: string): string {
  if (hasEnded(schedule, today)) return `Until ${dayText(lastDay(schedule) ?? today)}:`;
  return hasBegun(schedule, today) ? '' : `From ${dayText(firstDay(schedule) ?? today)}:`;
}

function firstDay({ valid_from: from, dtstart }: HsdsSchedule): string | null {
  return isoDay(from ?? dtstart);
}

function lastDay({ valid_to: to, until }: HsdsSchedule): string | null {
  return isoDay(to ?? until);
}

function isoDay(text: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

/** "3 Dec 2026", as pages spell a day. */
function dayText(isoDate: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(isoDate))
    .replaceAll(' ', '\u00a0');
}

function joined(parts: (string | null)[], between: string): string {
  return parts.filter((part) => part !== null && part !== '').join(between);
}
