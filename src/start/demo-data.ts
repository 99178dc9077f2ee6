import { BadSettings, type Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import { DEMO_EMAILS } from '../domain/demo.ts';

/**
 * Stops a production start on a database that was filled with the demo (S-09).
 * attack: its accounts have a password that is printed in the README.
 */
export async function refuseDemoData(config: Pick<Config, 'production'>, db: Db): Promise<void> {
  if (!config.production) return;
  const demo = await db.user.count({ where: { email: { in: [...DEMO_EMAILS] }, passwordHash: { not: null }, deactivatedAt: null } });
  if (demo > 0) {
    throw new BadSettings([
      'DATABASE_URL or DATA_DIR: this database has the demo accounts in it; start production on an empty one, or deactivate them',
    ]);
  }
}
