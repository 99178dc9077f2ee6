import { prepareSources } from './prepare.js';
import { fail, runBin } from './run.js';

try {
  await prepareSources();
  process.exitCode = await runBin('tsx', 'tsx', [
    'watch',
    '--clear-screen=false',
    '--include=public/**/*',
    '--include=views/**/*',
    'src/server.ts',
  ]);
} catch (error) {
  fail(error);
}
