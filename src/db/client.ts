import { PrismaPg } from '@prisma/adapter-pg';
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

/** Opens the pool the stores work on. Errors of idle connections are logged: unheard, they would end the process. */
export function openDatabase(url: string, log: Log, size = 10): Db {
  const adapter = new PrismaPg(
    { connectionString: url, max: size, ...CONNECTION_LIMITS },
    {
      statementNameGenerator: statementName,
      onPoolError: (err) => log.warn({ err }, 'database pool error'),
      onConnectionError: (err) => log.warn({ err }, 'database connection error'),
    },
  );
  return new PrismaClient({ adapter });
}
