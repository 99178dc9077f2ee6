import { DateTime } from 'luxon';

const OPENS = { hour: 8, minute: 30, second: 0, millisecond: 0 };
const CLOSES = { hour: 17, minute: 30, second: 0, millisecond: 0 };
const SHORTEST_DAY_MINUTES = 30;

/**
 * Places moments of the past within the working hours of their day, on the instance's own clock. What came first still comes
 * first, and nothing lies in the future: today's acts fit between the opening and now.
 */
export function workingHours(now: Date, timeZone: string): (daysBefore: number) => Date {
  const latest = lastMomentAtWork(DateTime.fromJSDate(now, { zone: timeZone }));
  return (daysBefore) => {
    const raw = latest.minus({ milliseconds: Math.round(daysBefore * 86_400_000) });
    const day = raw.startOf('day');
    const isLast = day.hasSame(latest, 'day');
    const share = raw.diff(day).toMillis() / (isLast ? latest : day.plus({ days: 1 })).diff(day).toMillis();
    const begins = day.set(OPENS);
    const lasts = (isLast ? latest : day.set(CLOSES)).diff(begins).toMillis();
    return begins.plus({ milliseconds: Math.floor(share * lasts) }).toJSDate();
  };
}

/** Now, or when work ended: today in the evening, yesterday in the early morning. */
function lastMomentAtWork(now: DateTime): DateTime {
  if (now < now.set(OPENS).plus({ minutes: SHORTEST_DAY_MINUTES })) return now.minus({ days: 1 }).set(CLOSES);
  return DateTime.min(now, now.set(CLOSES));
}
