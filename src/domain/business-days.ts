import { localTimeOf, momentOf, weekdayOf, type LocalTime } from './local-time.ts';

const DAY_MS = 86_400_000;
const SATURDAY = 6;

/**
 * The moment since which so many business days have passed: Monday to Friday in this time zone, weekends stand still, holidays
 * count as days. What happened on a weekend counts from Monday's first minute.
 */
export function businessDaysBefore(now: Date, days: number, timeZone: string): Date {
  let day = workingTime(localTimeOf(now, timeZone));
  for (let left = days; left > 0; left -= 1) day = workingDay({ ...day, day: day.day - 1 });
  return momentOf(day, timeZone);
}

/** On a weekend nothing more falls due: it is as if Friday were just over. */
function workingTime(local: LocalTime): LocalTime {
  return weekdayOf(local) < SATURDAY ? local : { ...workingDay(local), time: DAY_MS - 1 };
}

/** This day, or the Friday before it. */
function workingDay(local: LocalTime): LocalTime {
  return { ...local, day: local.day - Math.max(0, weekdayOf(local) - SATURDAY + 1) };
}
