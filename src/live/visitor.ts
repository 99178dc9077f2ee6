import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import type { LinkActor, UserActor } from '../domain/actor.ts';
import { roomsOf } from '../domain/visibility.ts';
import type { Sessions } from '../http/session.ts';
import { linkActorFromCookies } from '../status-links/status-link.service.ts';
import { sessionKey } from './hint.ts';

/** What a socket came in with. It proves nothing by itself: who stands behind it is read from the database each time (S-42). */
export type Visitor = { kind: 'session'; sessionId: string } | { kind: 'link'; publicId: string; cookies: string | undefined };

export type VisitorDeps = Pick<Deps, 'config' | 'db' | 'clock'> & { session: Sessions };

/** Reads the session's cookie, or, on a Status link page, which link's. */
export async function visitorOf(session: Sessions, req: IncomingMessage): Promise<Visitor | null> {
  const publicId = new URL(req.url ?? '/', 'http://localhost').searchParams.get('link');
  if (publicId !== null) return { kind: 'link', publicId, cookies: req.headers.cookie };
  const sessionId = await sessionIdOf(session, req);
  return sessionId === undefined ? null : { kind: 'session', sessionId };
}

/** Who that is now; null when the session has ended, the account was deactivated, or the link is dead. */
export async function actorBehind(deps: VisitorDeps, visitor: Visitor): Promise<UserActor | LinkActor | null> {
  return visitor.kind === 'session' ? deps.session.whoIs(visitor.sessionId) : linkActorFromCookies(deps, visitor.cookies, visitor.publicId);
}

/** The rooms by which somebody's sockets are counted (the first) and cut (S-43). */
export function ownRooms(visitor: Visitor, { userId }: UserActor | LinkActor): string[] {
  const account = userId === null ? [] : [`user:${userId}`];
  return visitor.kind === 'session' ? [...account, `sid:${sessionKey(visitor.sessionId)}`] : [`link:${visitor.publicId}`, ...account];
}

/** Every room of a socket: the client names none (S-41). */
export function roomsFor(visitor: Visitor, actor: UserActor | LinkActor): string[] {
  return [...ownRooms(visitor, actor), ...roomsOf(actor)];
}

/** The session middleware wants a response; this one is never sent, so nothing is saved and no life extended. */
function sessionIdOf(session: Sessions, req: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const request = req as Request;
    session.handler(request, new ServerResponse(req) as Response, (error?: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('session not read'));
      else resolve(request.sessionID);
    });
  });
}
