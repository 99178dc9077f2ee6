import type pg from 'pg';

/** Fills tables the way a restore does: their indexes, foreign keys and triggers are put back after the rows. */
export async function asBulk(client: pg.Client, tables: readonly string[], fill: () => Promise<unknown>): Promise<void> {
  const keys = await definitions(
    client,
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND conrelid::regclass::text = ANY($1)`,
    tables,
  );
  const indexes = await definitions(
    client,
    `SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE NOT i.indisunique AND i.indrelid::regclass::text = ANY($1)`,
    tables,
  );
  await client.query("SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET jit = off");
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await fill();
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of keys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

interface Definition {
  table: string;
  name: string;
  definition: string;
}

async function definitions(client: pg.Client, sql: string, tables: readonly string[]): Promise<Definition[]> {
  return (await client.query<Definition>(sql, [[...tables]])).rows;
}
