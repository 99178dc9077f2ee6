import { createApp } from '../app.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import type { Deps } from '../deps.ts';
import type { Readiness } from '../http/health.ts';
import { openSessionPool } from '../http/session-rows.ts';
import { openSessions, type Sessions } from '../http/session.ts';
import { openJobs, type RunningJobs } from '../jobs.ts';
import { openLive } from '../live/open-live.ts';
import type { Log } from '../logger.ts';
import { openMailer } from '../mail/open-mailer.ts';

/** Everything one process works with, and how it is put away again. */
export interface Parts {
  deps: Deps;
  session: Sessions;
  jobs: RunningJobs;
  /** In the order they are closed. */
  closing: { name: string; close: () => Promise<void> }[];
}

/** Builds what the settings ask for, on a database that is ready. Nothing runs yet. */
export async function buildParts(config: Config, log: Log, databaseUrl: string): Promise<Parts> {
  const clock = systemClock;
  const db = openDatabase(databaseUrl, log);
  const mailer = openMailer(config, db);
  const jobs = await openJobs({ config, db, log, clock, mailer, databaseUrl });
  const session = openSessions({ config, db, log, clock }, openSessionPool(databaseUrl, log));
  const live = openLive({ config, db, log, clock, databaseUrl, session });
  const closing = [
    { name: 'jobs', close: () => jobs.stop() },
    { name: 'sessions', close: () => session.close() },
    { name: 'database', close: () => db.$disconnect() },
  ];
  return { deps: { config, db, log, clock, jobs, mailer, live }, session, jobs, closing };
}

export function buildApp(parts: Parts, readiness: Readiness): ReturnType<typeof createApp> {
  return createApp(parts.deps, { session: parts.session, readiness });
}
