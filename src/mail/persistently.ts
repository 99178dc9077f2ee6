import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '../db/failure.ts';

const ATTEMPTS = 20;
const PAUSE_MS = 500;

/** Does it again while the database is away for a moment: what a mail server has accepted should not be sent twice for that. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isDatabaseAway(error)) throw error;
      await wait(PAUSE_MS);
    }
  }
}
