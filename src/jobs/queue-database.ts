import pg from 'pg';
import type PgBoss from 'pg-boss';
import { CONNECTION_LIMITS } from '../db/client.ts';
import type { Log } from '../logger.ts';

export interface QueueDatabase extends PgBoss.Db {
  close(): Promise<void>;
}

/**
 * The workers' own two connections, made when first used. One on which a statement failed is not used again: pg-boss' upkeep
 * sends whole transactions as one text, and its failure would leave the connection inside of one for good.
 */
export function openQueueDatabase(databaseUrl: string, log: Log): QueueDatabase {
  const pool = new pg.Pool({ ...CONNECTION_LIMITS, connectionString: databaseUrl, application_name: 'throughline-jobs', max: 2 });
  // Unheard, an error of a connection would end the process.
  const heard = (err: Error): void => log.warn({ err }, 'job queue connection error');
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return {
    async executeSql(text, values: unknown[]) {
      const client = await pool.connect();
      try {
        const result = await client.query<object>(text, values);
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
