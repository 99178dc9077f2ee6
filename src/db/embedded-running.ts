import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isServerOf } from './embedded-process.ts';
import { canConnect } from './embedded-database.ts';

const PATIENCE_MS = 120_000;

/**
 * The port of the server that already runs on this cluster: one that outlived a killed app, or one another process uses.
 * A pid file whose number now belongs to some other process would keep PostgreSQL from starting, and is removed.
 */
export async function runningPort(cluster: string, password: string): Promise<number | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let file = readPidFile(cluster); file !== undefined; file = readPidFile(cluster)) {
    if (!isServerOf(cluster, file.pid)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (file.port !== undefined && (await canConnect(file.port, password))) return file.port;
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${String(file.pid)}) runs on ${cluster} and does not answer.`);
    await pause(100);
  }
  return undefined;
}

/** The port of last time when it is free, another one when somebody else has taken it. */
export async function freePort(wanted: number): Promise<number> {
  return (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? Promise.reject(new Error('No free port on 127.0.0.1.'));
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : undefined);
      });
    });
  });
}

function readPidFile(cluster: string): { pid: number; port: number | undefined } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) || undefined };
}
