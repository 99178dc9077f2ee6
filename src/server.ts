import { createServer, type Server } from 'node:http';
import dotenv from 'dotenv';
import { seedDemo } from '../prisma/seed/demo.ts';
import { BadSettings, readConfig, type Config } from './config.ts';
import { loadZips } from './directory/zip.store.ts';
import { createLog, type Log } from './logger.ts';
import { fromRoot } from './root.ts';
import { welcome } from './start/announce.ts';
import { prepareDatabase } from './start/database.ts';
import { refuseDemoData } from './start/demo-data.ts';
import { CannotListen, listenOn } from './start/listen.ts';
import { buildApp, buildParts, type Parts } from './start/parts.ts';
import { closeServer, stopOnSignals } from './start/stop.ts';

/** The only file that does something by being imported: it starts the application the settings describe. */
async function start(): Promise<void> {
  dotenv.config({ path: fromRoot('.env'), quiet: true });
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const database = await prepareDatabase(config, log);
  const parts = await buildParts(config, log, database.url);
  const readiness = { stopping: false };
  const server = createServer(buildApp(parts, readiness));
  const closing = config.runsWeb
    ? [
        { name: 'live', close: () => parts.deps.live.stop() },
        { name: 'requests', close: () => closeServer(server) },
      ]
    : [];
  const steps = [...closing, ...parts.closing, { name: 'embedded database', close: () => database.stop() }];
  stopOnSignals({ readiness, log, steps });
  try {
    await open(config, log, parts, server);
  } catch (error) {
    await closeAfterFailure(steps);
    throw error;
  }
}

async function open(config: Config, log: Log, parts: Parts, server: Server): Promise<void> {
  await refuseDemoData(config, parts.deps.db);
  await loadZips(parts.deps.db);
  const withDemo = config.demo && (await seedDemo(parts.deps));
  if (config.runsWorker) await parts.jobs.startWorkers();
  if (!config.runsWeb) {
    log.info('worker started');
    return;
  }
  await parts.deps.live.start(server);
  const port = await listenOn(server, config.host, config.port);
  process.stdout.write(welcome(config, port, withDemo));
}

async function closeAfterFailure(steps: readonly { close: () => Promise<void> }[]): Promise<void> {
  for (const { close } of steps) await close().catch(() => undefined);
}

/** What an operator can mend is said in words; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof BadSettings || error instanceof CannotListen) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

start().catch((error: unknown) => {
  process.stderr.write(`\nThroughline could not start.\n${explain(error)}\n`);
  process.exit(1);
});
