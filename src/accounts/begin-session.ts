import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { endSession } from './session.service.ts';

/** Signs somebody in, under a new id: nothing of the session before is kept (S-11), and its sockets are cut. */
export async function beginSession(deps: Pick<Deps, 'db'>, req: Request, user: UserActor): Promise<void> {
  if (req.user) await endSession(deps, req.user.userId, req.sessionID);
  await new Promise<void>((resolve, reject) => {
    req.logIn(user, (error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The session could not begin'));
      else resolve();
    });
  });
}
