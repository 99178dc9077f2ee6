import { setTimeout as wait } from 'node:timers/promises';
import type { Db, Tx } from './client.ts';
import { isSerializationFailure } from './failure.ts';

const ATTEMPTS = 3;

/**
 * Runs the work in one transaction: all of it happens, or none. A transaction the database gave up for another's sake is
 * tried again, so the work must touch nothing outside the transaction.
 */
export async function inTransaction<T>(deps: { db: Db }, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.db.$transaction(work, { timeout: 5_000, maxWait: 3_000 });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isSerializationFailure(error)) throw error;
      await wait(Math.random() * 40 * attempt);
    }
  }
}
