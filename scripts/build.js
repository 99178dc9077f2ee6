import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mustSucceed, root, runBin } from './run.js';
import { filesIn, hashOf, isDone, markDone } from './stamp.js';

const STAMP = 'dist/.stamp';
const dist = join(root, 'dist');

/** Compiles src/ and prisma/ to dist/ when a source has changed. */
export async function build() {
  const hash = hashOf(['src', 'prisma', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'], isSource);
  if (isDone(STAMP, hash)) return;
  // Without the stamp dist/ is of unknown age, and the compiler writes only what it believes to be new.
  if (!existsSync(join(root, STAMP))) rmSync(dist, { recursive: true, force: true });
  console.log('Building …');
  await mustSucceed('The build', runBin('typescript', 'tsc', ['-p', 'tsconfig.build.json']));
  removeStale();
  markDone(STAMP, hash);
}

function isSource(file) {
  return /\.(ts|json)$/.test(file);
}

/** What was compiled from a source that is gone. */
function removeStale() {
  for (const file of filesIn(dist)) {
    const source = join(root, relative(dist, file)).replace(/\.js(\.map)?$/, '.ts');
    if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(file);
  }
}
