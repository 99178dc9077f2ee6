import type pg from 'pg';
import PgBoss from 'pg-boss';

export const JOBS_SCHEMA = 'pgboss';

/**
 * Installs or updates the job queue's tables as the owner. A new queue gets a table of its own, made by pg-boss' function:
 * that runs as the owner, so that the app's role needs no right to create tables.
 */
export async function installJobs(owner: pg.Client): Promise<void> {
  const db = { executeSql: (text: string, values: unknown[]) => owner.query<Record<string, unknown>>(text, values) };
  const boss = new PgBoss({ db, schema: JOBS_SCHEMA, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  for (const signature of ['create_queue(text, json)', 'delete_queue(text)']) {
    await owner.query(`ALTER FUNCTION ${JOBS_SCHEMA}.${signature} SECURITY DEFINER SET search_path = ${JOBS_SCHEMA}, pg_temp`);
  }
}
