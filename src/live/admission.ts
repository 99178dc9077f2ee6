import type { IncomingMessage } from 'node:http';
import type { Log } from '../logger.ts';
import { actorBehind, ownRooms, visitorOf, type Visitor, type VisitorDeps } from './visitor.ts';

type AdmissionDeps = VisitorDeps & { log: Log };

/** Who came, and the rooms by which they can be cut. */
export interface Admitted {
  visitor: Visitor;
  own: string[];
}

export interface Admission {
  /** Socket.IO's allowRequest. */
  allow: (req: IncomingMessage, answer: (error: string | null, allowed: boolean) => void) => void;
  /** Who came with a request that was let in. */
  admitted(req: IncomingMessage): Admitted | undefined;
  /** Lets nobody in any more. */
  close(): void;
}

/**
 * Who may open a socket: a page of ours, of somebody signed in or of the holder of a live Status link (S-40, S-41).
 * attack: T1, another site's page connects with its visitor's cookies; Socket.IO does not look at Origin by itself.
 */
export function openAdmission(deps: AdmissionDeps): Admission {
  const admitted = new WeakMap<IncomingMessage, Admitted>();
  let open = true;

  const refusal = async (req: IncomingMessage): Promise<string | null> => {
    const found = open ? await whoComes(deps, req) : 'stopping';
    if (typeof found === 'string') return found;
    admitted.set(req, found);
    return null;
  };

  return {
    admitted: (req) => admitted.get(req),
    close: () => (open = false),
    allow: (req, answer) => {
      refusal(req).then(
        (reason) => answer(reason, reason === null),
        (err: unknown) => {
          deps.log.warn({ err }, 'socket not checked');
          answer('unchecked', false);
        },
      );
    },
  };
}

/** Who opens this socket, or why it is refused. */
async function whoComes(deps: AdmissionDeps, req: IncomingMessage): Promise<Admitted | 'origin' | 'nobody'> {
  if (!req.headers.origin || !deps.config.origins.includes(req.headers.origin)) {
    deps.log.warn({ event: 'cross_origin_refused', what: 'socket' }, 'refused a socket from another site');
    return 'origin';
  }
  const visitor = await visitorOf(deps.session, req);
  const actor = visitor && (await actorBehind(deps, visitor));
  return actor ? { visitor, own: ownRooms(visitor, actor) } : 'nobody';
}
