import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, serverUser } from '../../../src/db/embedded-process.ts';
import { startScratch } from '../../../src/db/embedded-scratch.ts';
import { APP_ROLE } from '../../../src/db/embedded-database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { grantToApp } from '../../../src/db/roles.ts';
import type { FreshDatabase } from '../../support/database.ts';

export type RestartingDatabase = FreshDatabase & {
  restart(how: 'fast' | 'immediate'): Promise<void>;
  /** The two halves of it, for what happens in between. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
};

/** A PostgreSQL of this test alone, which it may restart; what it has committed survives that. */
export async function restartingDatabase(): Promise<RestartingDatabase> {
  const server = await startScratch({ synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on' });
  await migrate({ ownerUrl: server.ownerUrl });
  await grantToApp(server.ownerUrl, APP_ROLE);
  const cluster = join(server.folder, 'postgres');
  const [program = '', ...options] = readFileSync(join(cluster, 'postmaster.opts'), 'utf8').trim().split(' ');
  const control = (...args: string[]): Promise<void> =>
    run(join(dirname(program), 'pg_ctl'), [...args, '-w', '-l', join(cluster, 'server.log'), '-D', cluster], serverUser(cluster));
  return {
    url: server.appUrl,
    ownerUrl: server.ownerUrl,
    drop: () => server.stop(),
    restart: (how) => control('restart', '-m', how),
    stop: (how) => control('stop', '-m', how),
    start: () => control('start', '-o', options.join(' ')),
  };
}
