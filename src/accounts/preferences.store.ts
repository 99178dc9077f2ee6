import type { NotificationSetting } from '../domain/notification-rules.ts';
import type { Reader, Tx } from '../db/client.ts';

/** How mail reaches an account (R28), and by which clock it reads times (U-34). */
export interface MailPreferences {
  notifications: NotificationSetting;
  /** Null for the installation's. */
  timeZone: string | null;
}

/** Who helps nobody has only the zone to choose. */
export type PreferenceChange = Pick<MailPreferences, 'timeZone'> & Partial<MailPreferences>;

export async function findMailPreferences(db: Reader, userId: string): Promise<MailPreferences> {
  return db.user.findUniqueOrThrow({ where: { id: userId }, select: { notifications: true, timeZone: true } });
}

export async function setMailPreferences(tx: Tx, userId: string, change: PreferenceChange): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: change });
}

/** Whether the database knows the zone: it finds out there when somebody's morning begins. */
export async function isDatabaseZone(db: Reader, timeZone: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_timezone_names WHERE name = ${timeZone}`;
  return rows.length > 0;
}
