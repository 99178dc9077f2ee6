import type { SessionData } from 'express-session';
import type pg from 'pg';
import { OPEN_ACCOUNT, toAccount, type Account, type AccountRow } from '../accounts/user.store.ts';
import type { SessionStore } from './session-rows.ts';

/** The account behind what a session keeps, as it was when that session was read; null when there is none. */
export type AccountRead = (kept: object) => Account | null;

type Row = { sess: SessionData } & (AccountRow | { userId: null });

const SESSION = `
  SELECT s.sess, a.* FROM session s LEFT JOIN LATERAL (${OPEN_ACCOUNT.text} AND u.id = (s.sess #>> '{passport,user,userId}')::uuid) a ON TRUE
  WHERE s.sid = $1 AND s.expire >= now()`;

/**
 * Lets the store read the account together with the session, at each request anew and in one round trip (S-14). The session itself
 * stays what its row says: the account is kept beside it, and for no longer than the session's object lives.
 */
export function readAccountsToo(store: SessionStore, pool: pg.Pool): AccountRead {
  const accounts = new WeakMap<object, Account>();
  const read = async (sid: string): Promise<SessionData | null> => {
    const { rows } = await pool.query<Row>({ name: 'session', text: SESSION, values: [sid] });
    const [row] = rows;
    if (!row) return null;
    const { sess, ...account } = row;
    const kept = sess.passport?.user;
    if (kept && account.userId !== null) accounts.set(kept, toAccount(account));
    return sess;
  };
  store.get = (sid, done) => {
    read(sid).then(
      (session) => done(null, session),
      (error: unknown) => done(error),
    );
  };
  return (kept) => accounts.get(kept) ?? null;
}
