import PgBoss from 'pg-boss';
import { withClient } from './embedded-database.ts';

export const JOBS_SCHEMA = 'pgboss';

/**
 * Installs or updates the job queue's tables as the owner. A new queue gets a table of its own, made by pg-boss' function:
 * that runs as the owner, so that the app's role needs no right to create tables.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOBS_SCHEMA, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, wait: true });
  await withClient(ownerUrl, async (client) => {
    for (const signature of ['create_queue(text, json)', 'delete_queue(text)']) {
      await client.query(`ALTER FUNCTION ${JOBS_SCHEMA}.${signature} SECURITY DEFINER SET search_path = ${JOBS_SCHEMA}, pg_temp`);
    }
  });
}
