import type { Tx } from '../db/client.ts';

/**
 * Writes delivery jobs in the caller's transaction, to run at once or after some seconds of the database's clock. Written
 * as pg-boss writes them, in a statement of our own: its general one costs every status update a millisecond more.
 * A mail that waits already is not queued twice (the queue's policy is `short`, its key the mail's id).
 */
export async function insertMailJobs(tx: Tx, emailIds: readonly string[], waitSeconds = 0): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO pgboss.job (name, data, singleton_key, policy, retry_limit, expire_in, start_after, keep_until)
    SELECT 'mail', jsonb_build_object('emailId', id), id::text, 'short', 1000, interval '1 minute',
      now() + ${waitSeconds}::int * interval '1 second', now() + ${waitSeconds}::int * interval '1 second' + interval '14 days'
    FROM unnest(${emailIds}::uuid[]) AS id
    ON CONFLICT DO NOTHING`;
}
