/** Minutes to wait after each failed attempt: quickly at first, then every 5 minutes up to 4 hours, then hourly to 48. */
const FIRST = [1, 2, 5];
const EVERY_FIVE = 46;
const HOURLY = 44;

/** How long to wait after so many failed attempts; null when it is time to give up. */
export function minutesUntilRetry(failedAttempts: number): number | null {
  const first = FIRST[failedAttempts - 1];
  if (first !== undefined) return first;
  if (failedAttempts <= FIRST.length + EVERY_FIVE) return 5;
  return failedAttempts <= FIRST.length + EVERY_FIVE + HOURLY ? 60 : null;
}
