import type { Db } from '../db/client.ts';

/**
 * Whether a mail's turn came more than ten minutes ago and nobody has sent it: the workers have stopped or do not keep up. A
 * mail whose server was busy has its next turn ahead of it, and is not late.
 */
export async function mailIsLate(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ late: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM email e
      WHERE e.state IN ('queued', 'sending') AND e.created_at < now() - interval '10 minutes' AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j WHERE j.name = 'mail' AND j.state < 'completed' AND j.singleton_key = e.id::text
          AND j.start_after > now() - interval '10 minutes')) AS late`;
  return row?.late ?? false;
}
