import { setTimeout as wait } from 'node:timers/promises';
import type { Db, Tx } from './client.ts';
import { isSerializationFailure } from './failure.ts';

const ATTEMPTS = 3;

/** Runs the work in one transaction: all of it happens, or none; tried again as `untilItStands` says. */
export async function inTransaction<T>(deps: { db: Db }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return untilItStands(() => deps.db.$transaction(work, { timeout: 5_000, maxWait: 3_000 }));
}

/**
 * Tries again what the database gave up for another's sake: a transaction, or work that writes by one statement, which is
 * one of its own. The work must touch nothing outside of that.
 */
export async function untilItStands<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isSerializationFailure(error)) throw error;
      await wait(Math.random() * 40 * attempt);
    }
  }
}
