import type { Db } from '../db/client.ts';

/** An account, as far as mail about it must know it. */
export interface MailedAccount {
  email: string;
  open: boolean;
  confirmed: boolean;
}

export async function findMailedAccount(db: Db, userId: string): Promise<MailedAccount | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true, deactivatedAt: true, emailVerifiedAt: true } });
  return user && { email: user.email, open: user.deactivatedAt === null, confirmed: user.emailVerifiedAt !== null };
}
