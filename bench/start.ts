import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fromRoot } from '../src/root.ts';
import { median } from './figures.ts';

export interface StartFigures {
  /** From the command to the first ready answer, with embedded database and demo, not the first time. */
  readySeconds: number;
  /** Resident memory of the web process, idle. */
  residentMegabytes: number;
}

/** What the start left to be collected is collected some ten seconds later: before that a process is not idle. */
const IDLE_AFTER = 20_000;

/** Starts the built application the way `npm start` does, several times; the first one makes the database and is not counted. */
export async function measureStart(dataDir: string, port: number, rounds: number): Promise<StartFigures> {
  const ready: number[] = [];
  const resident: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now();
    const child = run(dataDir, port);
    await untilReady(port);
    const seconds = (performance.now() - started) / 1_000;
    await wait(round === 0 ? 0 : IDLE_AFTER);
    if (round > 0) {
      ready.push(seconds);
      resident.push(residentOf(child));
    }
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return { readySeconds: median(ready), residentMegabytes: median(resident) };
}

function run(dataDir: string, port: number): ChildProcess {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    SMTP_URL: '',
    NODE_ENV: 'development',
  };
  return spawn(process.execPath, [fromRoot('dist', 'src', 'server.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await wait(50);
  }
  throw new Error('The application did not become ready within a minute');
}

function residentOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}
