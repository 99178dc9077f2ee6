import type { Tx } from './db/client.ts';

/** The job queue, as services see it: a job is written in the change's own transaction and runs only if that commits. */
export interface Jobs {
  /** Queues one delivery for each of these Email rows. */
  deliverEmails(tx: Tx, emailIds: readonly string[]): Promise<void>;
}
