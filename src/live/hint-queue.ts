import { setTimeout as wait } from 'node:timers/promises';
import type { ReferralAudience } from '../domain/visibility.ts';
import type { Log } from '../logger.ts';
import type { ChangeHint } from './hint.ts';

export interface HintQueue {
  add(hint: ChangeHint): void;
  stop(): void;
}

export interface HintWork {
  audiencesOf: (referralIds: readonly string[]) => Promise<ReferralAudience[]>;
  emit: (referral: ReferralAudience, hint: ChangeHint) => void;
  log: Log;
}

type Waiting = Map<string, ChangeHint>;

/** A first change is told at once; what follows within this time is told together, one hint for each referral. */
const TOGETHER = 50;
const AGAIN_AFTER = 500;

export function openHintQueue(work: HintWork): HintQueue {
  const stopping = new AbortController();
  const { signal } = stopping;
  let waiting: Waiting = new Map();
  let working = false;

  const tellAll = async (): Promise<void> => {
    working = true;
    while (waiting.size > 0) {
      const telling = waiting;
      waiting = new Map();
      const told = await tell(work, telling);
      // The database is away: nothing is forgotten until it is back.
      if (!told) for (const hint of telling.values()) keepNewest(waiting, hint);
      await wait(told ? TOGETHER : AGAIN_AFTER, null, { signal });
    }
    working = false;
  };

  return {
    add: (hint) => {
      keepNewest(waiting, hint);
      if (!working && !signal.aborted) tellAll().catch(() => undefined);
    },
    stop: () => {
      stopping.abort();
    },
  };
}

function keepNewest(waiting: Waiting, hint: ChangeHint): void {
  const known = waiting.get(hint.id);
  if (!known || known.version < hint.version) waiting.set(hint.id, hint);
}

async function tell({ audiencesOf, emit, log }: HintWork, telling: Waiting): Promise<boolean> {
  try {
    for (const referral of await audiencesOf([...telling.keys()])) {
      const hint = telling.get(referral.id);
      if (hint) emit(referral, hint);
    }
    return true;
  } catch (err) {
    log.warn({ err }, 'live hints wait for the database');
    return false;
  }
}
