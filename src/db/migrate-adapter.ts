import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Oids of PostgreSQL's internal "char" (its catalogues use it, the adapter does not know it) and of char(n), which reads the same. */
const CATALOGUE_CHAR = 18;
const BPCHAR = 1042;

/** Prisma's adapter with what its migration engine needs of it and it lacks. The engine closes nothing: call `close`. */
export function migrationAdapter(url: string): { factory: SqlMigrationAwareDriverAdapterFactory; close: () => Promise<void> } {
  const { provider, adapterName } = new PrismaPg(url);
  const pools: pg.Pool[] = [];
  const connect = (to: string): Promise<SqlDriverAdapter> => {
    const pool = openPool(to);
    pools.push(pool);
    return adapterOn(pool);
  };
  const connectToShadowDb = async (): Promise<SqlDriverAdapter> => connect(await createShadow(url));
  return {
    factory: { provider, adapterName, connect: () => connect(url), connectToShadowDb },
    close: async () => void (await Promise.all(pools.map((pool) => pool.end()))),
  };
}

/**
 * The adapter cuts a script at every semicolon, also inside a comment or a trigger's body. Sent whole it is understood by
 * PostgreSQL itself, and is one transaction: a migration that fails leaves nothing behind.
 */
async function adapterOn(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  const executeScript = async (sql: string): Promise<void> => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
  return Object.assign(adapter, { executeScript });
}

/** Only for writing a new migration, in a scratch server that is thrown away with all its databases. */
async function createShadow(url: string): Promise<string> {
  const pool = openPool(url);
  await pool.query('CREATE DATABASE shadow');
  await pool.end();
  const shadow = new URL(url);
  shadow.pathname = '/shadow';
  return shadow.href;
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<Partial<pg.QueryResult>>;
  const readable = async (...args: unknown[]): Promise<Partial<pg.QueryResult>> => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = BPCHAR;
    return result;
  };
  return Object.assign(pool, { query: readable });
}
