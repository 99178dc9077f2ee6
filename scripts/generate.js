import { prepareSources } from './prepare.js';
import { fail } from './run.js';

try {
  await prepareSources();
} catch (error) {
  fail(error);
}
