import type { DigestReader } from '../domain/notification-rules.ts';
import type { Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { insertingDigestEntries, type DigestSubject } from '../db/outbox.ts';

/** Writes what these people read of a history entry in their next daily digest (R28). */
export async function insertDigestEntries(tx: Tx, readers: readonly DigestReader[], subject: DigestSubject): Promise<void> {
  if (readers.length > 0) await tx.$executeRaw(insertingDigestEntries(readers, subject, Prisma.sql`(SELECT) always`));
}
