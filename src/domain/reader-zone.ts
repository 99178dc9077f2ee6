import { isTimeZone } from './local-time.ts';

/** Whoever reads a page or a mail; without an account, nobody is known. */
type Reader = { timeZone: string | null } | null | undefined;

/** The zone in which somebody reads when things happened: their account's, else the installation's (U-34). */
export function readersZone(reader: Reader, installation: { timeZone: string }): string {
  const own = reader?.timeZone;
  // Zones are renamed and dropped over the years; nobody loses a page by it.
  return own && isTimeZone(own) ? own : installation.timeZone;
}
