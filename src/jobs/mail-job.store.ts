import type { Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { insertingJobs } from '../db/outbox.ts';

/** Writes delivery jobs in the caller's transaction, to run at once or after some seconds of the database's clock. */
export async function insertMailJobs(tx: Tx, emailIds: readonly string[], waitSeconds = 0): Promise<void> {
  await tx.$executeRaw(insertingJobs(Prisma.sql`unnest(${emailIds}::uuid[]) AS id`, waitSeconds));
}
