import { readFileSync } from 'node:fs';
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { fromRoot } from '../root.ts';
import { withEngine } from './migrate-engine.ts';
import { type Migration, migrationList } from './migrate-files.ts';

/** Written by hand with the triggers that keep them (0007_people): nothing of the schema's, and not the client's. */
const BY_HAND = ['public.person_entry', 'public.person_text', 'public.person_word'];

/** SQL from the migrations' state (built in the empty scratch database) to schema.prisma; empty text when they agree. */
export async function diffToSchema(scratchUrl: string, migrations: readonly Migration[]): Promise<string> {
  const path = fromRoot('prisma', 'schema.prisma');
  const from: DiffTarget = { tag: 'migrations', ...migrationList(migrations) };
  const to: DiffTarget = { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] };
  const filters = { externalTables: BY_HAND, externalEnums: [] };
  const result = await withEngine(scratchUrl, (engine) => engine.diff({ from, to, script: true, exitCode: null, filters }));
  const sql = result.stdout ?? '';
  return sql.includes('This is an empty migration') ? '' : sql;
}
