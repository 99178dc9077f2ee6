import { createHash } from 'node:crypto';
import type { Position } from '../domain/distance.ts';
import type { HashedProgram, Told } from './import-plan.ts';
import type { ImportedLocation, ImportedProgram } from './imported-program.ts';

/** Raised when the same record is to be stored differently, so that the next import writes every program again. */
const FORM = 1;

/** Programs as they will be stored: places without a position get that of their ZIP code, and each program its hash. */
export function preparePrograms(programs: readonly ImportedProgram[], zips: ReadonlyMap<string, Position>): HashedProgram[] {
  return programs.map((read) => {
    const program = { ...read, locations: read.locations.map((location) => positioned(location, zips)) };
    return { program, hash: hashOf(program) };
  });
}

/** The ZIP codes whose positions are needed. */
export function zipsWithoutPosition(programs: readonly ImportedProgram[]): string[] {
  return programs.flatMap(({ locations }) => locations.flatMap(({ zip, latitude }) => (zip !== null && latitude === null ? [zip] : [])));
}

/** A remark for each program none of whose places can be put on a map: it is listed after all others. */
export function withoutPosition(programs: readonly HashedProgram[]): Told[] {
  return programs
    .filter(({ program }) => program.locations.every(({ latitude }) => latitude === null))
    .map(({ program }) => ({ label: program.name, reason: 'no place with a position or a known ZIP: it has no distance' }));
}

function positioned(location: ImportedLocation, zips: ReadonlyMap<string, Position>): ImportedLocation {
  if (location.latitude !== null || location.zip === null) return location;
  const position = zips.get(location.zip);
  return position ? { ...location, latitude: position.latitude, longitude: position.longitude, atZip: true } : location;
}

function hashOf(program: ImportedProgram): string {
  return createHash('sha256')
    .update(JSON.stringify([FORM, program]))
    .digest('base64url');
}
