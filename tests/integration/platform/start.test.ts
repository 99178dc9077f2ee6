import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/db/embedded.ts';
import { processStamp } from '../../../src/db/embedded-process.ts';
import { fromRoot } from '../../../src/root.ts';

/** The first start of a run may have to build. */
const PATIENCE = 180_000;

type Run = { npm: ChildProcess; output: () => string; address: string; app: number; exit: Promise<number | null> };

let parent: string;
let dataDir: string;
let children: ChildProcess[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'throughline-start-'));
  chmodSync(parent, 0o711);
  dataDir = join(parent, '.data');
  children = [];
});

afterEach(async () => {
  for (const child of children) killGroup(child, 'SIGKILL');
  if (existsSync(join(dataDir, 'postgres'))) await (await startEmbedded({ dataDir, log: { info: () => undefined } })).stop();
  rmSync(parent, { recursive: true, force: true });
});

describe('npm start', () => {
  it('stops app and database on SIGTERM to npm, and ends well', { timeout: PATIENCE }, async () => {
    const run = await start();
    expect((await fetch(`${run.address}/healthz`)).status).toBe(200);
    const server = serverPid();
    run.npm.kill('SIGTERM');
    expect(await run.exit).toBe(0);
    await gone(run.app);
    await gone(server);
  });

  it('stops app and database on Ctrl-C, which a terminal sends to the whole group', { timeout: PATIENCE }, async () => {
    const run = await start();
    const server = serverPid();
    killGroup(run.npm, 'SIGINT');
    expect(await run.exit).toBe(0);
    await gone(run.app);
    await gone(server);
  });

  it('recovers from a kill -9 of the app', { timeout: PATIENCE }, async () => {
    const first = await start();
    const server = serverPid();
    process.kill(first.app, 'SIGKILL');
    await first.exit;
    const second = await start();
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
    expect(serverPid()).toBe(server);
    second.npm.kill('SIGTERM');
    expect(await second.exit).toBe(0);
    await gone(server);
  });

  it('says which port is taken, and leaves no database running', { timeout: PATIENCE }, async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as { port: number }).port);
    const { exit, output } = npmStart({ PORT: port });
    expect(await exit).toBe(1);
    expect(output()).toContain(`Port ${port} on 127.0.0.1 is in use by another program`);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    taken.close();
  });

  it('lists every setting that cannot be used, and starts nothing', { timeout: PATIENCE }, async () => {
    const { exit, output } = npmStart({ PORT: 'many', ROLE: 'queen' });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/PORT: .*\n.*ROLE: /);
    expect(existsSync(dataDir)).toBe(false);
  });
});

function npmStart(settings: Record<string, string>): Omit<Run, 'address' | 'app'> {
  // Empty is as good as not set: whoever runs the tests may have settings of their own.
  const none = { DATABASE_URL: '', MIGRATION_DATABASE_URL: '', SMTP_URL: '', PUBLIC_URL: '', HOST: '', ROLE: '', TRUST_PROXY: '' };
  const own = { NODE_ENV: 'development', PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'warn' };
  const env = { ...process.env, ...none, ...own, ...settings };
  // A group of its own, as a terminal would make it.
  const npm = spawn('npm', ['start'], { cwd: fromRoot(), env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(npm);
  let text = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
  const exit = once(npm, 'close').then(([code]) => code as number | null);
  return { npm, output: () => text, exit };
}

async function start(): Promise<Run> {
  const run = npmStart({});
  await expect.poll(run.output, { timeout: PATIENCE, interval: 50 }).toMatch(/ready at \S+|could not start|failed/);
  const address = /ready at (\S+)/.exec(run.output())?.[1];
  if (!address) throw new Error(run.output());
  return { ...run, address, app: appPid() };
}

/** The lease on the database carries the app's process id. */
function appPid(): number {
  const holders = readdirSync(join(dataDir, 'users')).map((lease) => Number.parseInt(lease, 10));
  return holders.find((pid) => processStamp(pid) !== undefined)!;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // It has ended already.
  }
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

async function gone(pid: number): Promise<void> {
  await expect.poll(() => processStamp(pid), { timeout: 20_000, interval: 20 }).toBeUndefined();
}
