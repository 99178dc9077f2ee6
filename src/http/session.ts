import expressSession from 'express-session';
import type { Request, RequestHandler } from 'express';
import type pg from 'pg';
import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { cookiePlace, isSecure } from './cookies.ts';
import { hostCookieName } from './host-cookie.ts';
import { limiting, openLimits } from './limits.ts';
import { isLive } from './live-request.ts';
import { createSignInKeeper } from './session-passport.ts';
import { isKeptSession, isWorthTouching, sessionEnd, type KeptSession } from '../domain/session-life.ts';
import { readAccountsToo } from './session-account.ts';
import { openSessionStore, refuseResurrection, touchSession } from './session-rows.ts';
import { sessionSecrets } from './session-secret.ts';

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: KeptSession };
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express declares its own
  namespace Express {
    interface Request {
      /** Set when this request was written down as use of the session. */
      sessionSeenAt?: number;
    }
  }
}

export interface Sessions {
  /** For Express, in this order: afterwards `req.user` is who asks, if anybody is signed in. */
  handlers: readonly RequestHandler[];
  /** The cookie alone, for a socket's handshake (S-41): afterwards `req.sessionID` is there. */
  handler: RequestHandler;
  /** Who a session belongs to at this moment, by the id of express-session; null when it is over. Keeps nothing alive (S-43). */
  whoIs(sessionId: string): Promise<UserActor | null>;
  close(): Promise<void>;
}

export const SESSION_COOKIE = 'sid';

type SessionDeps = Pick<Deps, 'config' | 'db' | 'log' | 'clock'>;

/** Opens the sessions on their own pool (see openSessionPool), which they own from now on. */
export function openSessions(deps: SessionDeps, pool: pg.Pool): Sessions {
  const store = openSessionStore(pool, deps.log);
  const express = expressSession({
    name: hostCookieName(deps.config, SESSION_COOKIE),
    cookie: cookiePlace(deps.config),
    secret: sessionSecrets(deps.config),
    store,
    resave: false,
    saveUninitialized: false,
  });
  refuseResurrection(store, pool);
  const keeper = createSignInKeeper(deps, readAccountsToo(store, pool));
  return {
    handlers: [
      seenThroughProxy(isSecure(deps.config)),
      express,
      ...keeper.handlers,
      dropDeadSession,
      touching(deps, pool),
      limiting(openLimits(pool)),
    ],
    handler: express,
    whoIs: (sessionId) =>
      new Promise((resolve, reject) => {
        store.get(sessionId, (error: unknown, session) => {
          if (error) reject(error instanceof Error ? error : new Error('The session store failed'));
          else resolve(keeper.resolve(session?.passport?.user));
        });
      }),
    close: async () => {
      store.close();
      await pool.end();
    },
  };
}

export function sessions(all: Sessions): RequestHandler[] {
  return [...all.handlers];
}

/** The session of the person signed in, or null. */
export function keptSession(req: Request): KeptSession | null {
  const kept: unknown = req.session.passport?.user;
  return req.user && isKeptSession(kept) ? kept : null;
}

/** When the session ends unless it is used again, in milliseconds; null for somebody who is not signed in. */
export function sessionEndOf(req: Request): number | null {
  const kept = keptSession(req);
  return kept && req.user ? sessionEnd({ ...kept, seenAt: req.sessionSeenAt ?? kept.seenAt }, req.user) : null;
}

/** People come by https when PUBLIC_URL says so, whatever the last proxy speaks to us; the cookie is theirs. */
function seenThroughProxy(secure: boolean): RequestHandler {
  return (req, _res, next) => {
    if (secure) Object.defineProperty(req, 'secure', { value: true, configurable: true });
    next();
  };
}

/** A session whose person is not signed in any more leaves no row behind. */
const dropDeadSession: RequestHandler = (req, _res, next) => {
  if (!req.session.passport || req.user) {
    next();
    return;
  }
  delete req.session.passport;
  req.sessionStore.destroy(req.sessionID, next);
};

function touching(deps: SessionDeps, pool: pg.Pool): RequestHandler {
  return async (req, _res, next) => {
    const kept = keptSession(req);
    const now = deps.clock.now();
    if (kept && isByPerson(req) && isWorthTouching(kept, now)) {
      await touchSession(pool, req.sessionID, now.getTime());
      req.sessionSeenAt = now.getTime();
    }
    next();
  };
}

/** A page that reads itself again, or asks how long the session lasts, is no sign of a person (S-12). */
function isByPerson(req: Request): boolean {
  if (isLive(req) || (req.method === 'GET' && req.path === '/session')) return false;
  const mode = req.get('Sec-Fetch-Mode');
  return req.method !== 'GET' || mode === undefined || mode === 'navigate';
}
