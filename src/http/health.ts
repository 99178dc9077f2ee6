import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { mailIsLate } from '../mail/late-mail.store.ts';

/** What /readyz may say besides "ready". */
export interface Readiness {
  stopping: boolean;
}

/** Liveness says that the event loop turns; readiness, that requests can be answered. */
export function healthRouter(deps: Deps, readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.type('text').send('ok\n');
  });
  router.get('/readyz', async (_req, res) => {
    const problem = await whatIsMissing(deps, readiness);
    res
      .status(problem ? 503 : 200)
      .type('text')
      .send(`${problem ?? 'ready'}\n`);
  });
  return router;
}

async function whatIsMissing(deps: Deps, readiness: Readiness): Promise<string | null> {
  if (readiness.stopping) return 'stopping';
  const late = await Promise.race([mailIsLate(deps.db).catch(() => null), expired(1_000)]);
  if (late === null) return 'database away';
  if (deps.config.runsWeb && !deps.live.connected()) return 'live updates not connected';
  return late ? 'mail is late' : null;
}

/** Null when its time is over. */
function expired(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null).unref());
}
