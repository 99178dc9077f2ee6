import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the same place seen from src/ (tsx, Vitest) and from dist/src/ (the built app). */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** An absolute path below the project's root: `fromRoot('views')`. */
export function fromRoot(...parts: string[]): string {
  return join(projectRoot, ...parts);
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json not found above ' + folder);
  return findRoot(parent);
}
