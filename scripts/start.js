import { prepare } from './prepare.js';
import { fail } from './run.js';

// In this very process: Ctrl-C and SIGTERM reach the app without a go-between, and its exit code is ours.
try {
  await prepare();
  process.setSourceMapsEnabled(true);
  await import('../dist/src/server.js');
} catch (error) {
  fail(error);
}
