import type { Tx } from '../db/client.ts';

/** Makes the account the Seeker of everything referred to its confirmed address (R12). */
export async function linkSeekers(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.seeker.updateMany({ where: { email, userId: null }, data: { userId } });
}
