import type { Db } from '../../../src/db/client.ts';

/** Every row of every table, as JSON text, by table. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/**
 * What reading may write: who looked (R15), how long sessions last (S-12) and how often somebody tried (S-06); and what says where to
 * look for people, which triggers make of other tables (ADR 0110).
 */
const OBSERVATIONS = ['access_log', 'session', 'rate_limit', '_prisma_migrations', 'person_entry', 'person_text', 'person_word'];

/** The rows of all tables of the business, the mail queue's among them. */
export async function businessRows(db: Db): Promise<Rows> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND NOT tablename = ANY(${OBSERVATIONS}) UNION ALL SELECT 'pgboss.job' ORDER BY 1`;
  const rows = new Map<string, string[]>();
  for (const { name } of tables) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`);
    rows.set(
      name.replace('public.', ''),
      found.map(({ row }) => row),
    );
  }
  return rows;
}

/** What is there after and was not before, and the other way round; empty when nothing moved. */
export function movedRows(before: Rows, after: Rows): string[] {
  const tables = new Set([...before.keys(), ...after.keys()]);
  return [...tables].flatMap((table) => {
    const [then, now] = [new Set(before.get(table)), new Set(after.get(table))];
    const gone = [...then].filter((row) => !now.has(row)).map((row) => `- ${table} ${row}`);
    return [...gone, ...[...now].filter((row) => !then.has(row)).map((row) => `+ ${table} ${row}`)];
  });
}
