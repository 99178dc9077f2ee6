import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { sessionEnd } from '../domain/session-life.ts';
import type { Tx } from '../db/client.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../db/transaction.ts';
import { sessionKey } from '../live/hint.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { deleteSession, deleteSessions, listSessions, type SessionRow } from './session.store.ts';

type SessionDeps = Pick<Deps, 'db' | 'clock'>;

/** A session by the name pages may know. */
export interface OwnSession extends SessionRow {
  key: string;
}

/** Where somebody is signed in at this moment, last used first; what ended without use is not among them (S-12, S-15). */
export async function ownSessions(deps: SessionDeps, actor: UserActor): Promise<OwnSession[]> {
  const now = deps.clock.now().getTime();
  const rows = await listSessions(deps.db, actor.userId);
  return rows.filter((row) => sessionEnd(row, actor) > now).map((row) => ({ ...row, key: sessionKey(row.sessionId) }));
}

/** Ends a session and cuts its sockets, in one transaction (S-13, S-43). */
export async function endSession(deps: Pick<Deps, 'db'>, userId: string, sessionId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    await deleteSession(tx, sessionId);
    await notifyAccessChanged(tx, userId, sessionId);
  });
}

/** Ends one of the actor's own sessions, named by its key (S-15); anybody else's is not there. */
export async function endOwnSession(deps: SessionDeps, actor: UserActor, key: string): Promise<void> {
  const mine = (await ownSessions(deps, actor)).find((one) => one.key === key);
  if (!mine) throw new NotFound();
  await endSession(deps, actor.userId, mine.sessionId);
}

/** Ends all of the actor's sessions but this one (S-15). */
export async function endOtherSessions(deps: SessionDeps, actor: UserActor, keepSessionId: string): Promise<void> {
  const others = (await ownSessions(deps, actor)).filter((one) => one.sessionId !== keepSessionId);
  for (const { sessionId } of others) await endSession(deps, actor.userId, sessionId);
}

/** Ends all of an account's sessions and cuts its sockets, as part of what makes it necessary: a new password, a closed account (S-43). */
export async function endEverySession(tx: Tx, userId: string): Promise<void> {
  await deleteSessions(tx, userId);
  await notifyAccessChanged(tx, userId);
}
