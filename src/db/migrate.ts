import type pg from 'pg';
import { withClient } from './embedded-database.ts';
import { withEngine } from './migrate-engine.ts';
import { type Migration, migrationList, readMigrations } from './migrate-files.ts';
import { installJobs } from './migrate-jobs.ts';

/** Any number but Prisma's own: its engine takes another lock while it works. */
export const MIGRATION_LOCK = 7_411_902;

/**
 * Brings the database to the newest migration and answers which ones were applied just now.
 * Two processes that start at once take turns; the second finds nothing left to do.
 */
export async function migrate(options: { ownerUrl: string; migrations?: readonly Migration[] }): Promise<string[]> {
  const migrations = options.migrations ?? readMigrations();
  return withClient(options.ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyMissing(client, options.ownerUrl, migrations);
    await installJobs(client);
    return applied;
  });
}

async function applyMissing(client: pg.Client, ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await appliedMigrations(client);
  refuseEdited(migrations, applied);
  // Nothing to do is the rule: the engine (and its memory) is not loaded for that.
  if (migrations.every(({ name }) => applied.has(name))) return [];
  const interrupted = await interruptedMigrations(client);
  return withEngine(ownerUrl, async (engine) => {
    for (const migrationName of interrupted) await engine.markMigrationRolledBack({ migrationName });
    const filters = { externalTables: [], externalEnums: [] };
    const result = await engine.applyMigrations({ migrationsList: migrationList(migrations), filters });
    return result.appliedMigrationNames;
  });
}

/** Begun and not finished: it failed, or was killed. Each is one transaction, so nothing of it is there and it can be tried again. */
async function interruptedMigrations(client: pg.Client): Promise<string[]> {
  if (!(await hasMigrationTable(client))) return [];
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  return rows.map((row) => row.migration_name);
}

function refuseEdited(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const edited = migrations.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum).map(({ name }) => name);
  if (edited.length === 0) return;
  throw new Error(
    `Changed after they were applied to this database: ${edited.join(', ')}. Restore the files; in development, delete the data directory (.data).`,
  );
}

async function appliedMigrations(client: Pick<pg.Client, 'query'>): Promise<Map<string, string>> {
  if (!(await hasMigrationTable(client))) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function hasMigrationTable(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  return rows[0]?.found === true;
}
