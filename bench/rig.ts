import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Embedded } from '../src/db/embedded.ts';
import { startScratch } from '../src/db/embedded-scratch.ts';
import { migrate } from '../src/db/migrate.ts';
import { grantToApp } from '../src/db/roles.ts';
import { fromRoot } from '../src/root.ts';

export interface Rig {
  folder: string;
  /** A migrated, empty database of its own; the URLs of its owner and of the app's role. */
  database(name: string): Promise<{ ownerUrl: string; appUrl: string }>;
  close(): Promise<void>;
}

/** A PostgreSQL of the benchmark's own, with the settings the application gives it, gone afterwards with all that is in its folder. */
export async function openRig(): Promise<Rig> {
  const cluster = await startScratch({});
  return { folder: cluster.folder, database: (name) => makeDatabase(cluster, name), close: cluster.stop };
}

async function makeDatabase(cluster: Embedded, name: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const admin = new pg.Client(cluster.adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} OWNER throughline_owner`);
  await admin.end();
  const inside = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  const [ownerUrl, appUrl] = [inside(cluster.ownerUrl), inside(cluster.appUrl)];
  await migrate({ ownerUrl });
  await grantToApp(ownerUrl, new URL(appUrl).username);
  return { ownerUrl, appUrl };
}

export interface WebProcess {
  base: string;
  pid: number;
  close(): Promise<void>;
}

/** One web process on a database: bench/web.ts. */
export async function startWeb(databaseUrl: string, port: number): Promise<WebProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ROLE: 'web',
    DATA_DIR: folder,
    // Production asks for https and an SMTP server; the pages and the templates' cache are the same.
    NODE_ENV: 'development',
    LOG_LEVEL: 'error',
    SMTP_URL: '',
    DEMO: '0',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', fromRoot('bench', 'web.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('The web process ended before it was ready');
    }),
  ]);
  return {
    base: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    close: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
