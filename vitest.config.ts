import { defineConfig } from 'vitest/config';

const database = ['tests/support/database.global.ts'];
const tidy = ['tests/support/leftovers.setup.ts'];

/** Unit and architecture tests need nothing but Node; the others get one real PostgreSQL for the whole run. */
export default defineConfig({
  test: {
    pool: 'forks',
    // More than two cores have work for: these tests wait for browsers, sockets and mail much of their time.
    maxWorkers: 4,
    env: { NODE_ENV: 'test' },
    projects: [
      { extends: true, test: { name: 'unit', isolate: false, include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          // Each file starts an application and a database of its own; the modules are read once for all of them.
          isolate: false,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: database,
          setupFiles: tidy,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // As there: each opens a browser of its own, too.
          isolate: false,
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: database,
          setupFiles: tidy,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
