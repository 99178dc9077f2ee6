import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Place } from './embedded-place.ts';
import { run } from './embedded-process.ts';

export type Settings = Record<string, string>;

/** Names no person: without DETAIL and statements, an error in the server's log carries no value of a row. */
const QUIET_LOG: Settings = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_checkpoints: 'off' };
const LOG_LIMIT = 5_000_000;

/** Makes the cluster under another name and renames it when it is whole: one that was interrupted is thrown away. */
export async function createCluster(place: Place, password: string): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  const half = `${place.cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${half}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [half, passwordFile]) if (place.runAs) chownSync(path, place.runAs.uid, place.runAs.gid);
  try {
    await initdb(place, half, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(half, 'postgresql.conf'), "\ninclude 'throughline.conf'\n");
  renameSync(half, place.cluster);
}

/** PostgreSQL's own C.UTF-8 needs no locale of the machine; LC_CTYPE only decides which letters pg_trgm knows, where the machine has it. */
async function initdb(place: Place, folder: string, passwordFile: string): Promise<void> {
  const program = join(place.native, 'bin', 'initdb');
  const args = ['-D', folder, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'];
  try {
    await run(program, [...args, ...locale, '--lc-ctype=C.UTF-8'], place.runAs);
  } catch (error) {
    if (!String(error).includes('invalid locale name')) throw error;
    await run(program, [...args, ...locale], place.runAs);
  }
}

/** pg_ctl starts the server in a session of its own: Ctrl-C in the terminal reaches the app alone, which stops the server last. */
export async function startCluster(place: Place, port: number, settings: Settings): Promise<void> {
  writeSettings(place, { ...QUIET_LOG, ...settings, port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' });
  const log = serverLog(place);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(log);
  try {
    await pgCtl(place, ['start', '-w', '-t', '120', '-l', log]);
  } catch (error) {
    throw new Error(`PostgreSQL did not start. The end of ${log}:\n${endOf(log)}`, { cause: error });
  }
}

export async function stopCluster(place: Place): Promise<void> {
  if (existsSync(join(place.cluster, 'postmaster.pid'))) await pgCtl(place, ['stop', '-w', '-t', '60', '-m', 'fast']);
}

/** Fails early and clearly where PostgreSQL would say it in its log. */
export function assertSameVersion(place: Place): void {
  const file = join(place.cluster, 'PG_VERSION');
  const major = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (major === undefined || place.version.startsWith(`${major}.`)) return;
  throw new Error(`${place.cluster} holds data of PostgreSQL ${major}, and PostgreSQL ${place.version} is installed.`);
}

function pgCtl(place: Place, args: string[]): Promise<void> {
  return run(join(place.native, 'bin', 'pg_ctl'), [...args, '-D', place.cluster], place.runAs);
}

function writeSettings(place: Place, settings: Settings): void {
  const file = join(place.cluster, 'throughline.conf');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  writeFileSync(file, ['# Written at every start.\n', ...lines].join(''), { mode: 0o600 });
  if (place.runAs) chownSync(file, place.runAs.uid, place.runAs.gid);
}

function serverLog(place: Place): string {
  return join(place.cluster, 'server.log');
}

function endOf(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '(there is no log)';
}
