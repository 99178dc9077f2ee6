import { realpathSync } from 'node:fs';
import { assertSameVersion, createCluster, type Settings, startCluster, stopCluster } from './embedded-cluster.ts';
import { APP_ROLE, localUrl, OWNER_ROLE, prepareDatabase } from './embedded-database.ts';
import { joinServer, leaveServer, locked } from './embedded-lease.ts';
import { choosePlace, type EmbeddedLog, type Place } from './embedded-place.ts';
import { freePort, runningPort } from './embedded-running.ts';
import { type EmbeddedState, loadState, makeDataDir, saveState } from './embedded-state.ts';

export type Embedded = {
  /** Owns the database and migrates it. */
  ownerUrl: string;
  /** The app runs as this role. */
  appUrl: string;
  /** A superuser, for tests and scratch databases. */
  adminUrl: string;
  /** Where the cluster is: the data directory, unless the server's user cannot get in there. */
  folder: string;
  stop: () => Promise<void>;
};

/** A real PostgreSQL in the data directory: created, started or joined, with its database and its two roles. */
export async function startEmbedded(options: { dataDir: string; log: EmbeddedLog; settings?: Settings }): Promise<Embedded> {
  makeDataDir(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const { state, place } = await locked(dataDir, async () => {
    const found = loadState(dataDir);
    return { state: found, place: await choosePlace(dataDir, found, options.log) };
  });
  const { lease } = await joinServer(place.folder, () => startServer(dataDir, place, state, options.settings ?? {}));
  const { port, passwords } = state;
  const stop = leaveOnce(place, lease);
  const adminUrl = localUrl(port, 'postgres', passwords.superuser, 'postgres');
  try {
    await locked(place.folder, () => prepareDatabase(adminUrl, passwords));
  } catch (error) {
    await stop();
    throw error;
  }
  const ownerUrl = localUrl(port, OWNER_ROLE, passwords.owner);
  return { ownerUrl, appUrl: localUrl(port, APP_ROLE, passwords.app), adminUrl, folder: place.folder, stop };
}

async function startServer(dataDir: string, place: Place, state: EmbeddedState, settings: Settings): Promise<void> {
  assertSameVersion(place);
  await createCluster(place, state.passwords.superuser);
  const running = await runningPort(place.cluster, state.passwords.superuser);
  const port = running ?? (await freePort(state.port));
  if (running === undefined) await startCluster(place, port, { ...settings });
  if (port !== state.port) saveState(dataDir, Object.assign(state, { port }));
}

function leaveOnce(place: Place, lease: string): () => Promise<void> {
  let left: Promise<void> | undefined;
  return () => (left ??= leaveServer(place.folder, lease, () => stopCluster(place)));
}
