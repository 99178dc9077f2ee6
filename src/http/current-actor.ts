import type { Request, RequestHandler } from 'express';
import { anonymous, type Actor, type UserActor } from '../domain/actor.ts';
import { SignInNeeded } from '../domain/errors.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express declares its own
  namespace Express {
    // Passport puts what the session's account resolves to here.
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface User extends UserActor {}
  }
}

/** Who is asking: the signed-in user, or nobody. */
export function actorOf(req: Request): Actor {
  return req.user ?? anonymous;
}

/** The signed-in user; throws SignInNeeded when there is none. */
export function signedIn(req: Request): UserActor {
  if (!req.user) throw new SignInNeeded();
  return req.user;
}

/** For routes that exist only for people who are signed in. */
export const requireSignIn: RequestHandler = (req, _res, next) => {
  signedIn(req);
  next();
};
