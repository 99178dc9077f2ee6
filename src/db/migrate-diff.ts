import { readFileSync } from 'node:fs';
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { fromRoot } from '../root.ts';
import { withEngine } from './migrate-engine.ts';
import { type Migration, migrationList } from './migrate-files.ts';

/** SQL from the migrations' state (built in the empty scratch database) to schema.prisma; empty text when they agree. */
export async function diffToSchema(scratchUrl: string, migrations: readonly Migration[]): Promise<string> {
  const path = fromRoot('prisma', 'schema.prisma');
  const from: DiffTarget = migrations.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrationList(migrations) };
  const to: DiffTarget = { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] };
  const filters = { externalTables: [], externalEnums: [] };
  const result = await withEngine(scratchUrl, (engine) => engine.diff({ from, to, script: true, exitCode: null, filters }));
  // Every database has its public schema, and only a database's owner could create one.
  const sql = (result.stdout ?? '').replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', '');
  return sql.includes('This is an empty migration') ? '' : sql;
}
