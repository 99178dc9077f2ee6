import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.js';

/** One hash over the contents of these files and folders. */
export function hashOf(paths, accepts = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(root, path)).filter(accepts)) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether the stamp says that this was done already with the same input. */
export function isDone(stampFile, hash) {
  const file = join(root, stampFile);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

export function markDone(stampFile, hash) {
  writeFileSync(join(root, stampFile), hash);
}

/** All files below, in a fixed order; a path that is a file is itself. */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
