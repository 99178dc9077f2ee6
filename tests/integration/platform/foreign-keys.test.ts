import pg from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../support/database.ts';

/** Each reference between tables, and whether an index begins with its column; one that leaves out only rows without a value serves, too. */
const UNSERVED = `
  SELECT k.conrelid::regclass || '.' || a.attname AS reference
  FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1]
      AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))
  ORDER BY 1`;

it('has an index for every reference to another row, so that deleting that one reads no table whole', async () => {
  const database = await freshDatabase();
  const client = new pg.Client(database.ownerUrl);
  try {
    await client.connect();
    expect((await client.query<{ reference: string }>(UNSERVED)).rows.map(({ reference }) => reference)).toEqual([]);
    const { rows } = await client.query<{ references: number }>(
      `SELECT count(*)::int AS references FROM pg_constraint WHERE contype = 'f'`,
    );
    expect(rows[0]?.references).toBeGreaterThan(30);
  } finally {
    await client.end();
    await database.drop();
  }
});
