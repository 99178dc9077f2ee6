import { setTimeout as wait } from 'node:timers/promises';

export interface WorkLoop {
  /** Takes no new jobs and waits for those under way, up to `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

export interface LoopParts<Job> {
  /** Takes up to so many jobs; must answer with none rather than throw. */
  fetch(count: number): Promise<readonly Job[]>;
  /** Does one job; must not throw. */
  work(job: Job): Promise<void>;
  atOnce: number;
  everyMs: number;
}

/**
 * Takes jobs as long as there are any and rests when there are none. A slow job holds one place, never the others.
 * pg-boss' own loop finishes jobs without waiting for the database's answer, so that one restart of it ends the process.
 */
export function startLoop<Job>(parts: LoopParts<Job>): WorkLoop {
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const free = parts.atOnce - underWay.size;
      const jobs = free > 0 ? await parts.fetch(free) : [];
      for (const job of jobs) track(underWay, parts.work(job));
      if (jobs.length < free || free === 0) await rest(parts.everyMs, free === 0 ? underWay : [], stopping.signal);
    }
  };
  const running = run();
  return {
    async stop(patienceMs) {
      stopping.abort();
      await running;
      await Promise.race([Promise.all(underWay), wait(patienceMs, undefined, { ref: false })]);
    },
  };
}

function track(underWay: Set<Promise<void>>, work: Promise<void>): void {
  const ended = work.finally(() => underWay.delete(ended));
  underWay.add(ended);
}

/** Until there may be work again: some time, or a place that became free. */
async function rest(ms: number, places: Iterable<Promise<void>>, signal: AbortSignal): Promise<void> {
  const slept = wait(ms, undefined, { signal }).catch(() => undefined);
  await Promise.race([slept, ...places]);
}
