import { prepare } from './prepare.js';
import { fail } from './run.js';

try {
  await prepare();
  process.setSourceMapsEnabled(true);
  await import('../dist/src/operators/admin.cli.js');
} catch (error) {
  fail(error);
}
