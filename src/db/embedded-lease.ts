import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processStamp } from './embedded-process.ts';

let leases = 0;

/**
 * Several processes may use one embedded server (the app, an import beside it, a second app on another port).
 * Each holds a lease, a file named after its process; the last one out stops the server.
 */
export async function joinServer<Result>(folder: string, start: () => Promise<Result>): Promise<{ result: Result; lease: string }> {
  return locked(folder, async () => {
    const result = await start();
    const lease = join(folder, 'users', `${String(process.pid)}.${String(++leases)}`);
    mkdirSync(join(folder, 'users'), { recursive: true });
    writeFileSync(lease, ownStamp());
    return { result, lease };
  });
}

/** Gives the lease back and runs `stop` when nobody else holds one. */
export async function leaveServer(folder: string, lease: string, stop: () => Promise<void>): Promise<void> {
  await locked(folder, async () => {
    rmSync(lease, { force: true });
    const users = join(folder, 'users');
    if (!readdirSync(users).some((name) => isHeld(join(users, name), Number.parseInt(name, 10)))) await stop();
  });
}

function isHeld(file: string, pid: number): boolean {
  if (processStamp(pid) === readOr(file, '')) return true;
  rmSync(file, { force: true });
  return false;
}

/** One process at a time starts or stops. The lock of a process that was killed is taken over. */
export async function locked<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(folder, 'lock');
  while (!take(file)) {
    takeOverDead(file);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${String(process.pid)} ${ownStamp()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved aside first: of two processes that find it dead, one moves it, and whoever moved a fresh one puts it back. */
function takeOverDead(file: string): void {
  const held = readOr(file, undefined);
  if (held === undefined || !isDead(file, held)) return;
  const aside = `${file}.${String(process.pid)}`;
  try {
    renameSync(file, aside);
    if (readOr(aside, '') === held) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function isDead(file: string, held: string): boolean {
  const [pid, stamp] = held.split(' ', 2);
  // An empty file is a lock being written this very moment, or by someone killed in between.
  if (!stamp) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5000;
  return processStamp(Number(pid)) !== held.slice(held.indexOf(' ') + 1);
}

function ownStamp(): string {
  return processStamp(process.pid) ?? '';
}

function readOr<Missing>(file: string, missing: Missing): string | Missing {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return missing;
  }
}
