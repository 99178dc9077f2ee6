import { prepare } from './prepare.js';
import { fail, runBin } from './run.js';

try {
  await prepare();
  process.exitCode = await runBin('tsx', 'tsx', ['bench/run.ts', ...process.argv.slice(2)], {});
} catch (error) {
  fail(error);
}
