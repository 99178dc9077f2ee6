import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Embedded, startEmbedded } from '../../../src/db/embedded.ts';
import { processStamp } from '../../../src/db/embedded-process.ts';
import { fromRoot } from '../../../src/root.ts';

let parent: string;
let dataDir: string;
let cleanUp: (() => unknown)[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'throughline-embedded-'));
  // As root the server runs as another user, who has to get in.
  chmodSync(parent, 0o711);
  dataDir = join(parent, '.data');
  cleanUp = [() => rmSync(parent, { recursive: true, force: true })];
});

afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
});

describe('a data directory', () => {
  it('keeps its data, its port and its passwords from one start to the next', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (word text)');
    await ask(first.ownerUrl, `INSERT INTO kept VALUES ('Ruiz')`);
    await first.stop();
    const second = await start();
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'SELECT word FROM kept')).toEqual([{ word: 'Ruiz' }]);
  });

  it('lets nobody else read the passwords, and listens on loopback only', async () => {
    const { adminUrl } = await start();
    expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600);
    expect(await ask(adminUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(adminUrl, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    await expect(ask(withPassword(adminUrl, 'guess'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('has two roles that are no superusers, UTF-8, and the extensions', async () => {
    const { ownerUrl, appUrl } = await start();
    for (const url of [ownerUrl, appUrl]) expect(await ask(url, 'SHOW is_superuser')).toEqual([{ is_superuser: 'off' }]);
    expect(await ask(appUrl, `SELECT lower('ÑANDÚ') AS lower, pg_encoding_to_char(encoding) AS encoding FROM pg_database LIMIT 1`)).toEqual(
      [{ lower: 'ñandú', encoding: 'UTF8' }],
    );
    const extensions = await ask(appUrl, `SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1`);
    expect(extensions.map((row) => row.extname)).toEqual(['citext', 'cube', 'earthdistance', 'pg_trgm', 'unaccent']);
  });

  it('says so when database.json does not belong to the database', async () => {
    await hold();
    const file = join(dataDir, 'database.json');
    const state = JSON.parse(readFileSync(file, 'utf8')) as { passwords: { superuser: string } };
    state.passwords.superuser = 'lost';
    writeFileSync(file, JSON.stringify(state));
    await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(/refuses the password/);
  });

  it('of another PostgreSQL version is refused with both versions named', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '9\n');
    await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(/data of PostgreSQL 9, and PostgreSQL 18/);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });
});

describe('after a kill -9', () => {
  it('of the app, the next start takes over the server that is still running, and stops it', async () => {
    const { child } = await hold();
    const server = serverPid();
    await kill(child);
    expect(isRunning(server)).toBe(true);
    const embedded = await start();
    expect(serverPid()).toBe(server);
    await embedded.stop();
    await gone(server);
  });

  it('of app and server, the next start recovers the data', async () => {
    const { child, ownerUrl } = await hold();
    await ask(ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    const server = serverPid();
    await kill(child);
    process.kill(server, 'SIGKILL');
    await gone(server);
    expect(await ask((await start()).ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('a pid file whose number another process has got meanwhile does not keep the server from starting', async () => {
    await (await start()).stop();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    cleanUp.push(() => kill(other));
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, `${String(other.pid)}\n${join(dataDir, 'postgres')}\n0\n5432\n\n127.0.0.1\n0 0\nready   \n`);
    expect(await ask((await start()).appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(isRunning(other.pid!)).toBe(true);
  });

  it('of an app that was starting, its lock is taken over', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'lock'), '999999999 1');
    expect(await ask((await start()).appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('in the middle of creating the cluster, what is half done is thrown away', async () => {
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    expect(await ask((await start()).appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  });
});

describe('a port somebody else has taken', () => {
  it('is left to them: another one is used from then on', async () => {
    const first = await start();
    await first.stop();
    const thief = createServer().listen(Number(new URL(first.appUrl).port), '127.0.0.1');
    await once(thief, 'listening');
    cleanUp.push(() => thief.close());
    const second = await start();
    expect(new URL(second.appUrl).port).not.toBe(new URL(first.appUrl).port);
    await second.stop();
    expect((await start()).appUrl).toBe(second.appUrl);
  });
});

describe.runIf(process.getuid?.() === 0)('as root, below a folder only root can enter', () => {
  it('the database is kept elsewhere, says so once, and is found again', async () => {
    chmodSync(parent, 0o700);
    const said: string[] = [];
    const log = { info: (message: string) => said.push(message) };
    const first = await startEmbedded({ dataDir, log });
    cleanUp.push(() => rmSync(first.folder, { recursive: true, force: true }));
    await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    expect(first.folder).toMatch(/^\/var\/lib\/throughline\//);
    expect(said[0]).toContain(first.folder);
    const saidFirst = said.length;
    expect(readFileSync(join(dataDir, 'where-is-the-database.txt'), 'utf8')).toContain(first.folder);
    const second = await startEmbedded({ dataDir, log });
    cleanUp.push(() => second.stop());
    expect(await ask(second.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(said).toHaveLength(saidFirst);
  });
});

describe('two processes on one data directory', () => {
  it('share the server, and only the last to leave stops it', async () => {
    const { child } = await hold();
    const server = serverPid();
    const embedded = await start();
    expect(serverPid()).toBe(server);
    await embedded.stop();
    expect(isRunning(server)).toBe(true);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await gone(server);
  });

  it('may be started for the first time at the same moment', async () => {
    const [one, other] = await Promise.all([hold(), hold()]);
    expect(one.ownerUrl).toBe(other.ownerUrl);
  });
});

const silent = { info: () => undefined };

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log: silent });
  cleanUp.push(() => embedded.stop());
  return embedded;
}

/** Another process that holds the database; the promise resolves when it is ready. */
async function hold(): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const holder = fromRoot('tests', 'support', 'database-holder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], cwd: fromRoot() });
  cleanUp.push(async () => {
    await kill(child);
    await startEmbedded({ dataDir, log: silent }).then((left) => left.stop(), killServer);
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ownerUrl: line.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** For the test whose password is lost: nobody can join that server any more. */
async function killServer(): Promise<void> {
  const pid = serverPid();
  process.kill(pid, 'SIGQUIT');
  await gone(pid);
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function isRunning(pid: number): boolean {
  return processStamp(pid) !== undefined;
}

async function gone(pid: number): Promise<void> {
  await expect.poll(() => isRunning(pid), { timeout: 20_000, interval: 20 }).toBe(false);
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function withPassword(url: string, password: string): string {
  const changed = new URL(url);
  changed.password = password;
  return changed.href;
}
