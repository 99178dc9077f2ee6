import { Router } from 'express';
import type { Deps } from '../deps.ts';

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
  const answered = await Promise.race([
    deps.db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ),
    expired(1_000),
  ]);
  if (!answered) return 'database away';
  return deps.config.runsWeb && !deps.live.connected() ? 'live updates not connected' : null;
}

function expired(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false).unref());
}
