import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from './embedded.ts';
import { processStamp } from './embedded-process.ts';
import { makeDataDir } from './embedded-state.ts';

const PREFIX = 'throughline-scratch-';

/** Faster and as correct, but a crash of the machine may spoil the data: only for what is thrown away. */
const CARELESS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' };

/** A server in a temporary folder, gone with `stop`. Those that killed processes left behind are removed first. */
export async function startScratch(settings: Record<string, string> = {}): Promise<Embedded> {
  await removeAbandoned();
  const dataDir = join(tmpdir(), `${PREFIX}${randomBytes(4).toString('hex')}`);
  makeDataDir(dataDir);
  writeFileSync(join(dataDir, 'made-by'), `${String(process.pid)} ${processStamp(process.pid) ?? ''}`);
  const embedded = await startEmbedded({ dataDir, log: { info: () => undefined }, settings: { ...CARELESS, ...settings } });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    remove(dataDir, embedded.folder);
  };
  return { ...embedded, stop };
}

async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (!isAbandoned(dataDir)) continue;
    // Joining it is the shortest way to stop its server, if that still runs.
    const embedded = await startEmbedded({ dataDir, log: { info: () => undefined }, settings: CARELESS }).catch(() => undefined);
    await embedded?.stop();
    remove(dataDir, embedded?.folder);
  }
}

function isAbandoned(dataDir: string): boolean {
  try {
    const maker = readFileSync(join(dataDir, 'made-by'), 'utf8');
    return processStamp(Number.parseInt(maker, 10)) !== maker.slice(maker.indexOf(' ') + 1);
  } catch {
    // Being made this moment, or somebody else's.
    return false;
  }
}

function remove(...folders: (string | undefined)[]): void {
  for (const folder of folders) if (folder) rmSync(folder, { recursive: true, force: true });
}
