import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a data directory remembers about its database. */
export type EmbeddedState = {
  port: number;
  /** The folder that holds the cluster: the data directory itself, unless the server's user cannot get in there. */
  folder?: string;
  passwords: { superuser: string; owner: string; app: string };
};

const FILE = 'database.json';

export function makeDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true });
  // Root's umask may keep the server's user out; others may pass through here but list nothing.
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Reads the state, or makes a first one with fresh passwords. Only its owner can read the file. */
export function loadState(dataDir: string): EmbeddedState {
  const file = join(dataDir, FILE);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as EmbeddedState;
  const state = { port: 0, passwords: { superuser: secret(), owner: secret(), app: secret() } };
  saveState(dataDir, state);
  return state;
}

export function saveState(dataDir: string, state: EmbeddedState): void {
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2) + '\n', { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function secret(): string {
  return randomBytes(24).toString('hex');
}
