import { BadSettings, type Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import { DEMO_ACCOUNTS } from './announce.ts';

/**
 * Stops a production start on a database that was filled with the demo (S-09).
 * attack: its accounts have a password that is printed in the README.
 */
export async function refuseDemoData(config: Pick<Config, 'production'>, db: Db): Promise<void> {
  if (!config.production) return;
  const emails = DEMO_ACCOUNTS.map(([email]) => email);
  const demo = await db.user.count({ where: { email: { in: emails }, passwordHash: { not: null }, deactivatedAt: null } });
  if (demo > 0) {
    throw new BadSettings([
      'DATABASE_URL or DATA_DIR: this database has the demo accounts in it; start production on an empty one, or deactivate them',
    ]);
  }
}
