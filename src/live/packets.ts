import type { Sockets } from './sockets.ts';

/** Heartbeats are three a minute, and there is nothing else for a browser to send. */
const MOST_PER_MINUTE = 60;

interface EngineSocket {
  on(event: 'packet', listener: () => void): void;
  once(event: 'close', listener: () => void): void;
  close(discard: boolean): void;
}

/** attack: a browser that floods its socket, with events or with anything else, loses it (S-41). */
export function endFloods(io: Sockets): void {
  io.engine.on('connection', (socket: EngineSocket) => {
    let packets = 0;
    const forget = setInterval(() => (packets = 0), 60_000).unref();
    socket.on('packet', () => {
      packets += 1;
      if (packets > MOST_PER_MINUTE) socket.close(true);
    });
    socket.once('close', () => clearInterval(forget));
  });
}

/**
 * attack: a connection that names an existing one's id is taken for its upgrade, without asking `allowRequest`. With WebSocket
 * as the only transport there are no upgrades.
 */
export function refuseTakeovers(io: Sockets): void {
  io.engine.use((req: { url?: string }, _res: unknown, next: (error?: Error) => void) => {
    const names = new URL(req.url ?? '/', 'http://localhost').searchParams.has('sid');
    next(names ? new Error('no upgrades') : undefined);
  });
}
