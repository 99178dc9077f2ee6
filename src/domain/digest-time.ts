import { HOUR_MS, localTimeOf, momentOf } from './local-time.ts';

/** The hour at which a daily digest is made, by its reader's clock. */
export const DIGEST_HOUR = 8;

/** After a digest, the next is a day away; nobody gets two because they moved to another time zone. */
export const DIGEST_PAUSE_HOURS = 18;

/** The last time it was eight o'clock in a time zone: what happened before then belongs into the digest of that morning. */
export function lastDigestTime(now: Date, timeZone: string): Date {
  const today = { ...localTimeOf(now, timeZone), time: DIGEST_HOUR * HOUR_MS };
  const eight = momentOf(today, timeZone);
  return eight <= now ? eight : momentOf({ ...today, day: today.day - 1 }, timeZone);
}
