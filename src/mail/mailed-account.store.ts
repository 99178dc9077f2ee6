import type { NotificationSetting } from '../domain/notification-rules.ts';
import type { Db } from '../db/client.ts';

/** An account, as far as mail to it must know it. */
export interface MailedAccount {
  email: string;
  open: boolean;
  confirmed: boolean;
  notifications: NotificationSetting;
  /** Null for the installation's. */
  timeZone: string | null;
}

export async function findMailedAccount(db: Db, userId: string): Promise<MailedAccount | null> {
  const select = { email: true, deactivatedAt: true, emailVerifiedAt: true, notifications: true, timeZone: true };
  const user = await db.user.findUnique({ where: { id: userId }, select });
  if (!user) return null;
  const { email, deactivatedAt, emailVerifiedAt, notifications, timeZone } = user;
  return { email, open: deactivatedAt === null, confirmed: emailVerifiedAt !== null, notifications, timeZone };
}
