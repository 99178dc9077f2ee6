import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Oid of PostgreSQL's internal "char", one letter that says the kind of a thing in its catalogues; the adapter does not know it. */
const CATALOGUE_CHAR = 18;
const TEXT = 25;

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
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

/**
 * The adapter cuts a script at every semicolon, also inside a comment or a trigger's body. Sent whole it is understood by
 * PostgreSQL itself, and is one transaction: a migration that fails leaves nothing behind.
 */
async function adapterOn(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const letters = passLettersAsText(pool);
  const adapter = await new PrismaPg(pool).connect();
  const ask = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    executeScript: async (sql: string) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    },
    queryRaw: async (...query: Parameters<typeof ask>) => {
      const { columnTypes, ...result } = await ask(...query);
      return { ...result, columnTypes: columnTypes.map((type, column) => (letters().has(column) ? ColumnTypeEnum.Character : type)) };
    },
  });
}

/** Keeps the adapter from refusing "char" columns; answers which columns of the last result were such (the engine asks one thing at a time). */
function passLettersAsText(pool: pg.Pool): () => ReadonlySet<number> {
  let letters = new Set<number>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<Partial<pg.QueryResult>>;
  const noting = async (...args: unknown[]): Promise<Partial<pg.QueryResult>> => {
    const result = await query(...args);
    letters = new Set();
    for (const [column, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CATALOGUE_CHAR) continue;
      letters.add(column);
      field.dataTypeID = TEXT;
    }
    return result;
  };
  Object.assign(pool, { query: noting });
  return () => letters;
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
  return pool;
}
