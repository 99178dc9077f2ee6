import type { Deps } from '../deps.ts';
import type { Sessions } from '../http/session.ts';
import { recheckSockets } from './access-check.ts';
import { openAdmission } from './admission.ts';
import type { Heard } from './change-feed.ts';
import { admitSockets } from './entrance.ts';
import { openHintQueue, type HintQueue } from './hint-queue.ts';
import { openListener } from './listen.ts';
import type { Live } from './live.ts';
import { endFloods, refuseTakeovers } from './packets.ts';
import { audiencesOf } from './referral-audience.store.ts';
import { closeSockets, cutSockets, hintSockets, openSockets, type Sockets } from './sockets.ts';

export type LiveParts = Pick<Deps, 'config' | 'db' | 'log' | 'clock'> & {
  /** Where this process listens: the database as the app's role uses it. */
  databaseUrl: string;
  session: Sessions;
};

/** The sockets, once there is a server for them. */
interface Attached {
  io: Sockets | null;
}

const RECHECK_EVERY = 60_000;

/** The live side of a web process (R3). Nothing of it is kept in the process, so any number of them may run. */
export function openLive(parts: LiveParts): Live {
  const attached: Attached = { io: null };
  const admission = openAdmission(parts);
  const queue = openQueue(parts, attached);
  const recheck = (): void => {
    if (attached.io) recheckSockets(attached.io, parts).catch((err: unknown) => parts.log.warn({ err }, 'sockets not rechecked'));
  };
  const listener = openListener(parts.databaseUrl, whatFollows(attached, queue, recheck), parts.log);
  let rechecking: NodeJS.Timeout | undefined;

  return {
    connected: () => listener.connected(),
    start: async (server) => {
      const io = openSockets(server, admission.allow);
      refuseTakeovers(io);
      endFloods(io);
      admitSockets(io, admission, parts);
      attached.io = io;
      rechecking = setInterval(recheck, RECHECK_EVERY).unref();
      await listener.start();
    },
    stop: async () => {
      clearInterval(rechecking);
      admission.close();
      queue.stop();
      if (attached.io) closeSockets(attached.io);
      await listener.stop();
    },
  };
}

function openQueue({ db, log }: LiveParts, attached: Attached): HintQueue {
  return openHintQueue({
    audiencesOf: (ids) => audiencesOf(db, ids),
    emit: (referral, hint) => {
      if (attached.io) hintSockets(attached.io, referral, hint);
    },
    log,
  });
}

function whatFollows(attached: Attached, queue: HintQueue, recheck: () => void): Heard {
  return {
    changed: (hint) => {
      // Where nobody is connected nobody misses anything: a page reads itself when it connects.
      if (attached.io && attached.io.engine.clientsCount > 0) queue.add(hint);
    },
    accessChanged: (hint) => {
      if (attached.io) cutSockets(attached.io, hint);
    },
    begun: () => {
      recheck();
      attached.io?.emit('live:started');
    },
    lost: () => {
      attached.io?.emit('live:lost');
    },
  };
}
