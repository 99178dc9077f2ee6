import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient, type Prisma } from './generated/client.ts';
import type { Log } from '../logger.ts';
import { statementName } from './statement-names.ts';

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;
/** Where a store may read: the database itself or a transaction under way. */
export type Reader = Db | Tx;

/** Limits every connection has, so that one stuck query cannot hold the rest. */
export const CONNECTION_LIMITS = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 10_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  application_name: 'throughline',
} as const;

const pools = new WeakMap<Db, pg.Pool>();

/** Opens the pool the stores work on. Errors of idle connections are logged: unheard, they would end the process. */
export function openDatabase(url: string, log: Log, size = 10): Db {
  const pool = new pg.Pool({ connectionString: url, max: size, ...CONNECTION_LIMITS });
  const unheard = (err: Error): void => log.warn({ err }, 'database connection error');
  pool.on('connect', (client) => client.on('error', unheard));
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: statementName,
    disposeExternalPool: true,
    onPoolError: (err) => log.warn({ err }, 'database pool error'),
  });
  const db = new PrismaClient({ adapter });
  pools.set(db, pool);
  return db;
}

/**
 * The rows of one statement, past Prisma's engine but on its connections: for the few that are run all day, where the engine's
 * own work is as much as the database's (ADR 0081). Values come as pg gives them: a bigint as a string.
 */
export async function readRows<Row extends object>(db: Db, { text, values }: Prisma.Sql): Promise<Row[]> {
  const pool = pools.get(db);
  if (!pool) throw new Error('This database was not opened by openDatabase');
  const { rows } = await pool.query<Row>({ name: statementName({ sql: text }), text, values });
  return rows;
}
