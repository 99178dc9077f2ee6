import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/client.ts';
import type { Jobs } from './jobs.ts';
import type { Live } from './live/live.ts';
import type { Log } from './logger.ts';
import type { Mailer } from './mail/mailer.ts';

/** Everything the application works with; made once in server.ts, and by each test. */
export interface Deps {
  config: Config;
  db: Db;
  log: Log;
  clock: Clock;
  jobs: Jobs;
  mailer: Mailer;
  live: Live;
}
