import { join } from 'node:path';
import { prepare } from './prepare.js';
import { fail, root, runBin } from './run.js';

/** Pictures of every page at 320, 768 and 1280 px, light and dark, in each language, in shots/. Words after `--` are passed on: `-t profile`. */
try {
  await prepare();
  const args = ['run', '--project', 'browser', 'tests/browser/a11y.test.ts', ...process.argv.slice(2)];
  process.exitCode = await runBin('vitest', 'vitest', args, { SHOTS_FOLDER: join(root, 'shots') });
} catch (error) {
  fail(error);
}
