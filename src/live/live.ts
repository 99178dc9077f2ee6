import type { Server } from 'node:http';

/** The live side of one process: it listens to the database's changes and hints the browsers connected here. */
export interface Live {
  /** Accepts sockets on this server, and starts listening to changes. Resolves after the first try to listen. */
  start(server: Server): Promise<void>;
  /** True while changes are being heard (readiness). */
  connected(): boolean;
  /** Tells the sockets that the server restarts, and closes them. The HTTP server is left to its owner. */
  stop(): Promise<void>;
}
