import { afterAll } from 'vitest';
import { tidyUp } from './leftovers.ts';

// The first hook of every file, so the last to run.
afterAll(tidyUp);
