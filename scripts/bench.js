import { prepare } from './prepare.js';
import { fail, runBin } from './run.js';

try {
  await prepare();
  process.exitCode = await runBin('tsx', 'tsx', ['bench/run.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' });
} catch (error) {
  fail(error);
}
