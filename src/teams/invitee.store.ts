import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { InvitationPlace } from './invitation.store.ts';

/** How somebody is in the place already: with an open account, or with a closed one. */
export interface Standing {
  closed: boolean;
  closedByOperator: boolean;
}

/** Whether the address is in the place already; null when it is not. */
export async function standingOf(db: Reader, { teamId, siteId }: InvitationPlace, email: string): Promise<Standing | null> {
  const isIn =
    teamId === null
      ? Prisma.sql`EXISTS (SELECT 1 FROM site_admin a WHERE a.site_id = ${siteId}::uuid AND a.user_id = u.id)`
      : Prisma.sql`EXISTS (SELECT 1 FROM membership m WHERE m.team_id = ${teamId}::uuid AND m.user_id = u.id)`;
  const rows = await db.$queryRaw<Standing[]>`
    SELECT u.deactivated_at IS NOT NULL AS closed, u.closed_by_operator AS "closedByOperator" FROM user_account u WHERE u.email = ${email}::citext AND ${isIn}`;
  return rows[0] ?? null;
}

/** The language of whoever has this address; English where nobody does. */
export async function languageOf(db: Reader, email: string): Promise<string> {
  const user = await db.user.findUnique({ where: { email }, select: { language: true } });
  return user?.language ?? 'en';
}
