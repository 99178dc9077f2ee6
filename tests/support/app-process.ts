import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { FreshDatabase } from './database.ts';

/** The application as a process of its own, as `npm start` runs it, on a database that is there. */
export interface AppProcess {
  url: string;
  pid(): number | undefined;
  /** Resolves when it listens, at the same address each time. */
  start(): Promise<void>;
  /** As Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** The same for all of them, so that a session is one in each. */
const SESSION_SECRET = randomBytes(32).toString('base64url');

export async function appProcess(database: FreshDatabase, env: NodeJS.ProcessEnv = {}): Promise<AppProcess> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const settings = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    PORT: String(port),
    PUBLIC_URL: '',
    SMTP_URL: '',
    SESSION_SECRET,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    DEMO: '0',
    ...env,
  };
  return {
    url: `http://localhost:${String(port)}`,
    pid: () => (child?.exitCode === null ? child.pid : undefined),
    start: async () => {
      const started = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
        env: settings,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      await listening(started);
    },
    stop: async () => {
      if (!child || child.exitCode !== null) return child?.exitCode ?? null;
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

/** Until it says where it is. */
async function listening(child: ChildProcess): Promise<void> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (said.includes('Throughline is ready')) {
      child.stdout?.resume();
      return;
    }
  }
  throw new Error(`The application ended before it listened: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
