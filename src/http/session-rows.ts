import connectPgSimple from 'connect-pg-simple';
import expressSession, { type SessionData } from 'express-session';
import pg from 'pg';
import { CONNECTION_LIMITS } from '../db/client.ts';
import { errorFacts, type Log } from '../logger.ts';
import { ABSOLUTE } from '../domain/session-life.ts';

const PgStore = connectPgSimple(expressSession);
export type SessionStore = InstanceType<typeof PgStore>;

/** The sessions' own connections, so that pages waiting for the database cannot starve signing in (R-20). */
export function openSessionPool(databaseUrl: string, log: Log): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 5, ...CONNECTION_LIMITS });
  const unheard = (err: Error): void => log.warn({ err }, 'session pool error');
  pool.on('error', unheard).on('connect', (client) => client.on('error', unheard));
  return pool;
}

export function openSessionStore(pool: pg.Pool, log: Log): SessionStore {
  return new PgStore({
    pool,
    tableName: 'session',
    createTableIfMissing: false,
    ttl: ABSOLUTE / 1_000,
    disableTouch: true,
    errorLog: (...parts: unknown[]) => log.warn({ err: errorFacts(parts.at(-1)) }, 'session store'),
  });
}

/**
 * Only the request that began a session may make its row; saving one that came with a cookie changes a row or nothing.
 * attack: a slow request that saves after "Sign out" would bring the session back (S-13).
 * Call it after the store was given to express-session, which sets `generate`.
 */
export function refuseResurrection(store: SessionStore, pool: pg.Pool): void {
  const begun = new WeakSet();
  const made = store as unknown as { generate(req: { session?: object }): void };
  const generate = made.generate.bind(made);
  const insert = store.set.bind(store);
  made.generate = (req) => {
    generate(req);
    if (req.session) begun.add(req.session);
  };
  store.set = (sid: string, session: SessionData, done?: (error?: unknown) => void) => {
    if (begun.delete(session)) insert(sid, session, done);
    else
      pool.query('UPDATE session SET sess = $1 WHERE sid = $2', [session, sid]).then(
        () => done?.(),
        (error: unknown) => done?.(error),
      );
  };
}

/** Writes that the session was used; a row that is gone stays gone. */
export async function touchSession(pool: pg.Pool, sid: string, seenAt: number): Promise<void> {
  await pool.query(
    "UPDATE session SET sess = jsonb_set(sess::jsonb, '{passport,user,seenAt}', to_jsonb($2::bigint))::json WHERE sid = $1",
    [sid, seenAt],
  );
}
