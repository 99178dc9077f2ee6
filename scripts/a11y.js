import { prepare } from './prepare.js';
import { fail, runBin } from './run.js';

/** Every page in every language, width and colour scheme; `npm test` looks at a sample of them. */
try {
  await prepare();
  const args = ['run', '--project', 'browser', 'tests/browser/a11y.test.ts', ...process.argv.slice(2)];
  process.exitCode = await runBin('vitest', 'vitest', args, { A11Y_MATRIX: 'whole' });
} catch (error) {
  fail(error);
}
