import type pg from 'pg';
import { withClient } from './embedded-database.ts';
import { MIGRATION_LOCK } from './migrate.ts';
import { JOBS_SCHEMA } from './migrate-jobs.ts';

/** History and the access log: written once, by nobody changed (R6, R15). */
export const APPEND_ONLY = ['referral_event', 'access_log'];

/** Gives the app's role what it needs and no more. Does nothing where owner and app are one role. */
export async function grantToApp(ownerUrl: string, appRole: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    if (client.user === appRole) return;
    const app = client.escapeIdentifier(appRole);
    await client.query('BEGIN');
    // Two processes that grant at the same moment would fail on each other's rows of the catalogue.
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await grantTables(client, app);
    await grantJobs(client, app);
    await client.query('COMMIT');
  });
}

/** The role's name in a database URL. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function grantTables(client: pg.Client, app: string): Promise<void> {
  await client.query(`GRANT USAGE ON SCHEMA public TO ${app}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app}`);
  await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app}`);
  await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${app}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${app}`);
}

/** Queues made later belong to the owner too, hence the default privileges. */
async function grantJobs(client: pg.Client, app: string): Promise<void> {
  const rights = `SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}`;
  await client.query(`GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO ${app}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO ${app}`);
  await client.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${JOBS_SCHEMA} GRANT ${rights}`);
}
