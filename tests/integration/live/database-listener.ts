import { Client } from 'pg';
import { vi } from 'vitest';
import { soon } from './live-socket.ts';

/** What is said on a channel of the database while something is done. */
export async function withListener(url: string, channel: 'changes' | 'access', act: () => Promise<unknown>): Promise<string[]> {
  const client = new Client({ connectionString: url });
  const said: string[] = [];
  client.on('notification', ({ payload }) => said.push(payload ?? ''));
  await client.connect();
  try {
    await client.query(`LISTEN ${channel}`);
    await act();
    // Notifications keep their order: when this one is here, all before it are.
    await client.query(`SELECT pg_notify('${channel}', 'last')`);
    await vi.waitUntil(() => said.includes('last'), soon);
    return said.filter((payload) => payload !== 'last');
  } finally {
    await client.end();
  }
}
