import { mustSucceed, runBin, runQuietly } from './run.js';
import { hashOf, isDone, markDone } from './stamp.js';

const STAMP = 'src/db/generated/.stamp';

/** Generates the Prisma client when schema.prisma (or Prisma itself) has changed. */
export async function generateClient() {
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  if (isDone(STAMP, hash)) return;
  console.log('Generating the database client …');
  // The native engine it would download is not needed for this, and a closed network cannot get it. Nor is OpenSSL, which it
  // advises to install for that engine: hence quietly.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  await mustSucceed('prisma generate', runBin('prisma', 'prisma', ['generate', '--no-hints'], env, runQuietly));
  markDone(STAMP, hash);
}
