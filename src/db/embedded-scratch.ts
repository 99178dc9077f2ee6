import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from './embedded.ts';
import { processStamp } from './embedded-process.ts';
import { makeDataDir } from './embedded-state.ts';

const PREFIX = 'throughline-scratch-';

/** Faster and as correct, but a crash of the machine may spoil the data: only for what is thrown away. */
export const CARELESS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' };

/** A server in a temporary folder, gone with `stop`; `startScratch({})` has the settings of the app's own. Those that killed processes left behind are removed first. */
export async function startScratch(settings: Record<string, string> = CARELESS): Promise<Embedded> {
  await removeAbandoned();
  const dataDir = join(tmpdir(), `${PREFIX}${randomBytes(4).toString('hex')}`);
  makeDataDir(dataDir);
  writeFileSync(join(dataDir, 'made-by'), `${String(process.pid)} ${processStamp(process.pid) ?? ''}`);
  const embedded = await startEmbedded({ dataDir, log: { info: () => undefined }, settings });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    remove(dataDir, embedded.folder);
  };
  return { ...embedded, stop };
}

async function removeAbandoned(): Promise<void> {
  const found = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const dataDir of found.map((name) => join(tmpdir(), name)).filter(isAbandoned)) {
    // Whoever is cleaning up the same one at this moment may take files from under us: that is as good.
    await stopAndRemove(dataDir).catch(() => undefined);
  }
}

/** Joining it is the shortest way to stop its server, if that still runs. */
async function stopAndRemove(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir, log: { info: () => undefined }, settings: CARELESS });
  await embedded.stop();
  remove(dataDir, embedded.folder);
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

function remove(...folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
