import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Log } from '../logger.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express declares its own
  namespace Express {
    interface Request {
      /** Names this request in the log and on error pages. */
      id: string;
    }
  }
}

/** One line for each request: its id, method, route pattern, status, time and account, and nothing a person typed (S-60). */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    req.id = randomUUID();
    res.set('X-Request-Id', req.id);
    const started = process.hrtime.bigint();
    res.on('finish', () => {
      log.info(requestFacts(req, res, started), 'request');
    });
    next();
  };
}

function requestFacts(req: Request, res: Response, started: bigint): object {
  const route: unknown = (req.route as { path?: unknown } | undefined)?.path;
  return {
    id: req.id,
    method: req.method,
    route: typeof route === 'string' ? route : 'none',
    status: res.statusCode,
    ms: Number(process.hrtime.bigint() - started) / 1e6,
    userId: req.user?.userId,
  };
}
