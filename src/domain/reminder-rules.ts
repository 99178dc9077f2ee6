import { businessDaysBefore } from './business-days.ts';

/** A referral nobody touched this much longer than its last reminder gets none any more: it would be a storm of old ones. */
const TOO_LATE_DAYS = 10;

/** Which referrals that are still "Not updated" are due for a reminder, by when they were made. */
export interface ReminderTimes {
  /** What was made before the first of these is due for a first reminder, before the second for a second, and so on. */
  due: readonly Date[];
  /** What was made before this is left alone. */
  tooOld: Date;
}

/** Null when there are no reminders. `days` are business days in rising order. */
export function reminderTimes(now: Date, days: readonly number[], timeZone: string): ReminderTimes | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  return {
    due: days.map((count) => businessDaysBefore(now, count, timeZone)),
    tooOld: businessDaysBefore(now, last + TOO_LATE_DAYS, timeZone),
  };
}
