import { readersZone } from '../domain/reader-zone.ts';
import type { Shell } from '../http/shell-components.ts';
import { zoneLabel } from './zone-words.ts';

/** Where the zone of an account is chosen. */
const ZONE_SETTING = '/settings/account/notifications';

/** The zone of a page's times. It is named where it is not the installation's, in which the Programs' opening hours are (U-34). */
export function zoneFacts(
  reader: Parameters<typeof readersZone>[0],
  installation: { timeZone: string },
  signedIn = false,
): Pick<Shell, 'timeZone' | 'zoneNote'> {
  const timeZone = readersZone(reader, installation);
  if (timeZone === installation.timeZone) return { timeZone, zoneNote: null };
  const zoneNote = { times: zoneLabel(timeZone), hours: zoneLabel(installation.timeZone), change: signedIn ? ZONE_SETTING : null };
  return { timeZone, zoneNote };
}
