import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/client.ts';
import { openJobs } from '../../src/jobs.ts';
import { createLog } from '../../src/logger.ts';
import { openMailer } from '../../src/mail/open-mailer.ts';

/** A process that does nothing but send mail, for tests that kill it. */
const databaseUrl = process.env['DATABASE_URL'] ?? '';
const config = readConfig(process.env);
const log = createLog('silent');
const db = openDatabase(databaseUrl, log);
const jobs = await openJobs({ config, db, log, clock: systemClock, mailer: openMailer(config, db), databaseUrl });
await jobs.startWorkers();
process.stdout.write('ready\n');
