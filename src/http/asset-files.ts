import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../root.ts';

export const PUBLIC = fromRoot('public');

/** Files of packages, and where they stand among ours. */
export const VENDORED = {
  '/fonts': fromRoot('node_modules/@fontsource-variable/atkinson-hyperlegible-next/files'),
  '/vendor/idiomorph.js': fromRoot('node_modules/idiomorph/dist/idiomorph.min.js'),
  '/vendor/socket.io.js': fromRoot('node_modules/socket.io/client-dist/socket.io.esm.min.js'),
};

/** Where all of them are: one version for all, so that files name each other by relative addresses and stay within it. */
export const ASSETS = `/assets/${hashOf([PUBLIC, ...Object.values(VENDORED)])}`;

/** Any version, this one or another's. */
export const ANY_VERSION = /^\/assets\/[0-9a-f]{12}(?=\/)/;

function hashOf(places: string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesAt))
    hash.update(file.slice(fromRoot().length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function filesAt(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
