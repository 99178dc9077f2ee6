import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nativeFolder } from './embedded-binaries.ts';
import { type RunAs, serverUser, works } from './embedded-process.ts';
import { type EmbeddedState, saveState } from './embedded-state.ts';

/** Where the database lives, which programs run it, and as whom. */
export type Place = { folder: string; cluster: string; native: string; version: string; runAs: RunAs };

export type EmbeddedLog = { info: (message: string) => void };

const ELSEWHERE = '/var/lib/throughline';

/** In the data directory, with npm's binaries; what the server's user cannot reach (a clone below /root) goes where it can. */
export async function choosePlace(dataDir: string, state: EmbeddedState, log: EmbeddedLog): Promise<Place> {
  const runAs = serverUser(join(state.folder ?? dataDir, 'postgres'));
  const folder = state.folder ?? ((await canEnter(dataDir, runAs)) ? dataDir : moveElsewhere(dataDir, log));
  if (folder !== state.folder) saveState(dataDir, Object.assign(state, { folder }));
  mkdirSync(folder, { recursive: true });
  const npm = nativeFolder();
  const version = versionOf(npm);
  return { folder, cluster: join(folder, 'postgres'), native: await usableBinaries(npm, version, folder, runAs, log), version, runAs };
}

async function canEnter(folder: string, runAs: RunAs): Promise<boolean> {
  return runAs === undefined || works('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], runAs);
}

/** A new name each time: whoever deletes the data directory wants an empty database, not the old one with a lost password. */
function moveElsewhere(dataDir: string, log: EmbeddedLog): string {
  const folder = openFolder(join(ELSEWHERE, `${basename(dirname(dataDir))}-${randomBytes(4).toString('hex')}`));
  writeFileSync(join(dataDir, 'where-is-the-database.txt'), `The database of this copy of Throughline is in ${folder}\n`);
  writeFileSync(join(folder, 'belongs-to.txt'), `The database of the Throughline in ${dataDir}\n`);
  log.info(`PostgreSQL runs as the user "postgres", who cannot enter ${dataDir}: the database is kept in ${folder}`);
  return folder;
}

async function usableBinaries(native: string, version: string, folder: string, runAs: RunAs, log: EmbeddedLog): Promise<string> {
  if (runAs === undefined || (await works(join(native, 'bin', 'postgres'), ['--version'], runAs))) return native;
  const parent = folder.startsWith(ELSEWHERE) ? folder : openFolder(ELSEWHERE);
  const copy = join(parent, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${String(process.pid)}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  moveInto(half, copy);
  log.info(`PostgreSQL runs as the user "postgres", who cannot run ${native}: its programs were copied to ${copy}`);
  return copy;
}

/** Another process may have been quicker: its copy is as good. */
function moveInto(half: string, copy: string): void {
  try {
    renameSync(half, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return version;
}

function openFolder(folder: string): string {
  for (const path of [ELSEWHERE, folder]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  }
  return folder;
}

/** Read and run for everybody, whatever the umask was when npm unpacked it. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}
