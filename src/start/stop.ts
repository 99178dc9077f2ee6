import type { Server } from 'node:http';
import type { Readiness } from '../http/health.ts';
import type { Log } from '../logger.ts';

/** What has to be closed, in the order it is closed. */
export interface Closing {
  readiness: Readiness;
  steps: readonly { name: string; close: () => Promise<void> }[];
  log: Log;
}

const PATIENCE_MS = 8_000;

/** Ends cleanly on Ctrl-C and SIGTERM, once: requests finish, jobs are released, the database of ours stops last. */
export function stopOnSignals(closing: Closing): void {
  let stopping: Promise<void> | null = null;
  const stop = (exitCode: number): void => {
    stopping ??= closeAll(closing).then(() => process.exit(exitCode));
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  const fault = (err: unknown): void => {
    closing.log.fatal({ err }, 'unexpected fault; stopping');
    stop(1);
  };
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
}

async function closeAll({ readiness, steps, log }: Closing): Promise<void> {
  readiness.stopping = true;
  for (const { name, close } of steps) {
    try {
      await withPatience(close());
    } catch (err) {
      log.error({ err, step: name }, 'could not stop cleanly');
    }
  }
  log.info('stopped');
}

/** Takes no new connections and lets the requests under way finish; what hangs is cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS / 2).unref();
  });
}

function withPatience(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
