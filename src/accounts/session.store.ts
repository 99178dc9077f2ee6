import type { Reader, Tx } from '../db/client.ts';

/** One place where somebody is signed in. The id is the session's secret: it goes into no page. */
export interface SessionRow {
  sessionId: string;
  startedAt: number;
  seenAt: number;
  /** "Firefox on Android"; null for a session that began before this was kept. */
  device: string | null;
}

interface SessionRecord extends Omit<SessionRow, 'startedAt' | 'seenAt'> {
  startedAt: bigint;
  seenAt: bigint;
}

/** Where this account is signed in, as of its present epoch; last used first. */
export async function listSessions(db: Reader, userId: string): Promise<SessionRow[]> {
  const rows = await db.$queryRaw<SessionRecord[]>`
    SELECT s.sid AS "sessionId", (s.sess #>> '{passport,user,startedAt}')::bigint AS "startedAt", (s.sess #>> '{passport,user,seenAt}')::bigint AS "seenAt",
      s.sess #>> '{passport,user,device}' AS device
    FROM session s JOIN user_account u ON u.id = ${userId}::uuid
    WHERE s.sess #>> '{passport,user,userId}' = ${userId} AND (s.sess #>> '{passport,user,epoch}')::int = u.session_epoch AND s.expire > now()
    ORDER BY "seenAt" DESC`;
  return rows.map((row) => ({ ...row, startedAt: Number(row.startedAt), seenAt: Number(row.seenAt) }));
}

export async function deleteSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.session.deleteMany({ where: { sid: sessionId } });
}

/** Ends every session of the account: no cookie of before counts again (S-13), and no row is left. */
export async function deleteSessions(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { sessionEpoch: { increment: 1 } } });
  await tx.$executeRaw`DELETE FROM session WHERE sess #>> '{passport,user,userId}' = ${userId}`;
}
