/** A place on the globe, in degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Mean radius of the Earth (IUGG), in miles. */
export const EARTH_RADIUS_MILES = 3958.7613;

/** The great-circle distance by the haversine formula, as the search computes it in SQL. */
export function milesBetween(from: Position, to: Position): number {
  const rise = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const run = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = rise + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * run;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** True for a position that can be on a map: within the globe, and not the 0/0 that stands for "unknown" in many lists. */
export function isPosition(latitude: number, longitude: number): boolean {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return false;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return false;
  return latitude !== 0 || longitude !== 0;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
