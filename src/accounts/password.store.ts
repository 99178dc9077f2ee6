import type { Tx } from '../db/client.ts';

/** Gives the account this password, whatever it had before. */
export async function setPassword(tx: Tx, userId: string, passwordHash: string | null): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash } });
}

/** Gives it this password if it still has the one that was checked; false when somebody changed it meanwhile. */
export async function exchangePassword(tx: Tx, userId: string, from: string, to: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, passwordHash: from, deactivatedAt: null },
    data: { passwordHash: to },
  });
  return count === 1;
}
