import type { Config } from '../config.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { grantToApp, roleOf } from '../db/roles.ts';
import type { Log } from '../logger.ts';

export interface PreparedDatabase {
  /** The app's own connection; migrations ran as the owner. */
  url: string;
  stop: () => Promise<void>;
}

/** The database the settings ask for, started if it is ours, and brought to the newest migration. */
export async function prepareDatabase(config: Config, log: Log): Promise<PreparedDatabase> {
  const { ownerUrl, appUrl, stop } = await databaseUrls(config, log);
  try {
    const applied = await migrate({ ownerUrl });
    if (applied.length > 0) log.info({ applied }, 'migrated');
    await grantToApp(ownerUrl, roleOf(appUrl));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: appUrl, stop };
}

interface Urls {
  ownerUrl: string;
  appUrl: string;
  stop: () => Promise<void>;
}

async function databaseUrls(config: Config, log: Log): Promise<Urls> {
  if (!config.databaseUrl) return startEmbedded({ dataDir: config.dataDir, log });
  const ownerUrl = config.migrationDatabaseUrl ?? config.databaseUrl;
  return { ownerUrl, appUrl: config.databaseUrl, stop: () => Promise.resolve() };
}
