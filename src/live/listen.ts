import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../logger.ts';
import { openFeed, type Heard } from './change-feed.ts';
import { listenOnce } from './listening.ts';

export interface Listener {
  /** Resolves after the first try; it goes on trying by itself. */
  start(): Promise<void>;
  connected(): boolean;
  stop(): Promise<void>;
}

const FIRST_DELAY = 200;
const LONGEST_DELAY = 5_000;

/**
 * Hears what commits in the database, in this process and all others (R3). Notifications make it quick; reading the change log
 * on connecting and every two seconds makes it complete, through a restart of PostgreSQL too.
 */
export function openListener(databaseUrl: string, heard: Heard, log: Log): Listener {
  const feed = openFeed(heard);
  const stopping = new AbortController();
  let up = false;
  let loop: Promise<void> = Promise.resolve();
  const isOver = (): boolean => stopping.signal.aborted;

  const listen = async (tried: () => void): Promise<void> => {
    for (let delay = FIRST_DELAY; !isOver(); delay = Math.min(delay * 2, LONGEST_DELAY)) {
      const begun = (): void => {
        up = true;
        delay = FIRST_DELAY;
        tried();
        heard.begun();
      };
      const err: unknown = await listenOnce(databaseUrl, feed, begun, stopping.signal).catch((error: unknown) => error);
      if (up && !isOver()) heard.lost();
      up = false;
      tried();
      if (!isOver()) log.warn({ err }, 'live updates lost the database, trying again');
      await wait(delay, null, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  return {
    start: () =>
      new Promise((resolve) => {
        loop = listen(resolve);
      }),
    connected: () => up,
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
