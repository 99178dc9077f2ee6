import { prepareSources } from './prepare.js';
import { fail, runBin } from './run.js';

/** The pictures of README.md, in docs/images/: pages of the product itself with the demo in it, light and dark. */
try {
  await prepareSources();
  process.exitCode = await runBin('tsx', 'tsx', ['tests/support/readme-pictures.ts']);
} catch (error) {
  fail(error);
}
