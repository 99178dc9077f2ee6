import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Express } from 'express';
import { agent, type Agent } from 'supertest';
import { createApp } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { Deps } from '../../src/deps.ts';
import { openSessionPool } from '../../src/http/session-rows.ts';
import { openSessions, type Sessions } from '../../src/http/session.ts';
import { openJobs, type RunningJobs } from '../../src/jobs.ts';
import { openLive } from '../../src/live/open-live.ts';
import { createLog } from '../../src/logger.ts';
import type { Mailer } from '../../src/mail/mailer.ts';
import { openMailer } from '../../src/mail/open-mailer.ts';
import { PASSWORD } from './cast.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { atEndOfFile } from './leftovers.ts';
import { movableClock, type MovableClock } from './movable-clock.ts';

export interface AppWishes {
  /** Settings beside those of a test. */
  env?: NodeJS.ProcessEnv;
  /** Accepts sockets and hears changes. */
  live?: boolean;
  /** Sends mail. */
  workers?: boolean;
  mailer?: Mailer;
  clock?: MovableClock;
  /** Another app's database: a second process of the same install. The one who made it drops it. */
  database?: FreshDatabase;
  /** Where log lines go, all levels; otherwise nothing is logged. */
  logTo?: Writable;
}

export interface TestApp {
  url: string;
  app: Express;
  server: Server;
  deps: Deps;
  clock: MovableClock;
  jobs: RunningJobs;
  sessions: Sessions;
  database: FreshDatabase;
  /** A browser without cookies yet, whose forms come from our own pages. */
  request(): Agent;
  /** A browser that signed in through the form. */
  signIn(email: string, password?: string): Promise<Agent>;
  close(): Promise<void>;
}

/** The whole application on a database of its own, listening on a free port of this machine. */
export async function startApp(wishes: AppWishes = {}): Promise<TestApp> {
  const database = wishes.database ?? (await freshDatabase());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  atEndOfFile(() => rm(dataDir, { recursive: true, force: true }));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: String(port),
    DEMO: '0',
    DATA_DIR: dataDir,
    TIME_ZONE: 'America/Los_Angeles',
    ...wishes.env,
  });
  const parts = await openParts(wishes, config, database.url);
  const app = createApp(parts.deps, { session: parts.sessions, readiness: { stopping: false } });
  server.on('request', app);
  if (wishes.live) await parts.deps.live.start(server);
  if (wishes.workers) await parts.jobs.startWorkers();
  const url = `http://127.0.0.1:${String(port)}`;
  const request = (): Agent => agent(url).set('Origin', wishes.env?.['PUBLIC_URL'] ?? url);
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= closeApp(wishes, server, parts, database, dataDir));
  atEndOfFile(close);
  return { url, app, server, ...parts, database, request, signIn: (email, password) => signIn(request(), email, password), close };
}

type Parts = Pick<TestApp, 'deps' | 'clock' | 'jobs' | 'sessions' | 'close'>;

async function closeApp(wishes: AppWishes, server: Server, parts: Parts, database: FreshDatabase, dataDir: string): Promise<void> {
  if (wishes.live) await parts.deps.live.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await parts.close();
  await rm(dataDir, { recursive: true, force: true });
  if (!wishes.database) await database.drop();
}

async function openParts(wishes: AppWishes, config: Config, databaseUrl: string): Promise<Parts> {
  const log = wishes.logTo ? createLog('trace', wishes.logTo) : createLog(process.env['TEST_LOG'] ?? 'silent');
  const clock = wishes.clock ?? movableClock();
  const db = openDatabase(databaseUrl, log);
  const mailer = wishes.mailer ?? openMailer(config, db);
  const jobs = await openJobs({ config, db, log, clock, mailer, databaseUrl });
  const sessions = openSessions({ config, db, log, clock }, openSessionPool(databaseUrl, log));
  const live = openLive({ config, db, log, clock, databaseUrl, session: sessions });
  const close = async (): Promise<void> => {
    await jobs.stop();
    mailer.close();
    await sessions.close();
    await db.$disconnect();
  };
  return { deps: { config, db, log, clock, jobs, mailer, live }, clock, jobs, sessions, close };
}

async function signIn(browser: Agent, email: string, password = PASSWORD): Promise<Agent> {
  const answer = await browser.post('/login').type('form').send({ email, password });
  if (answer.status !== 303) throw new Error(`Signing in as ${email} was answered with ${String(answer.status)}: ${answer.text}`);
  return browser;
}
