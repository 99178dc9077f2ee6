import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { ChangeFeed } from './change-feed.ts';

const SWEEP_EVERY = 2_000;

/**
 * One listening connection, from its beginning to its end; rejects when it is lost or `stop` says so. It listens before it reads
 * the log, so that nothing falls between. T3: unheard, an error of the client would end the process.
 */
export async function listenOnce(databaseUrl: string, feed: ChangeFeed, begun: () => void, stop: AbortSignal): Promise<never> {
  const client = openClient(databaseUrl);
  const lost = new AbortController();
  const over = AbortSignal.any([lost.signal, stop]);
  client.on('error', (error) => lost.abort(error)).on('end', () => lost.abort(new Error('connection ended')));
  client.on('notification', (notification) => feed.take(notification));
  try {
    await client.connect();
    await client.query('LISTEN changes; LISTEN access');
    await feed.sweep(client);
    begun();
    for (;;) {
      await wait(SWEEP_EVERY, null, { signal: over });
      await feed.sweep(client);
    }
  } finally {
    // A connection that no longer answers is not waited for.
    await Promise.race([client.end().catch(() => undefined), wait(1_000, null, { ref: false })]);
  }
}

function openClient(databaseUrl: string): Client {
  return new Client({
    connectionString: databaseUrl,
    application_name: 'throughline live',
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
}
