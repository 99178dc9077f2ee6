import { lastDigestTime } from '../domain/digest-time.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { JobParts } from '../jobs.ts';
import { makeDigests, waitingTimeZones } from './digest-due.store.ts';

const AT_ONCE = 200;

/** Makes the daily digests of everybody for whom it has been eight o'clock since the last one (R28). */
export async function makeDueDigests({ db, clock, config }: Pick<JobParts, 'db' | 'clock' | 'config'>): Promise<void> {
  const now = clock.now();
  const timeZones = await waitingTimeZones(db);
  if (timeZones.length === 0) return;
  const times = timeZones.map((timeZone) => ({
    timeZone,
    eight: lastDigestTime(now, readersZone({ timeZone }, config)),
  }));
  for (let made = AT_ONCE; made === AT_ONCE;) made = await makeDigests(db, times, AT_ONCE);
}
