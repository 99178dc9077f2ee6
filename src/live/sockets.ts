import type { Server as HttpServer } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { roomsHearing, type ReferralAudience } from '../domain/visibility.ts';
import type { AccessHint, ChangeHint } from './hint.ts';
import type { Visitor } from './visitor.ts';

/** All that is ever sent: hints, and three words without content (S-44). */
interface Sent {
  'referral:changed': (hint: ChangeHint) => void;
  /** The socket hears from here on; whatever changed before, the page reads now. */
  'live:started': () => void;
  /** The server hears nothing at the moment, so the socket does not either; `live:started` follows. */
  'live:lost': () => void;
  'server:restart': () => void;
}

type Nothing = Record<string, never>;

/** What the server knows of a socket. */
interface Facts {
  visitor?: Visitor;
  /** The rooms it was put into, to see when they should be others. */
  rooms?: readonly string[];
}

/** There are no events of clients: whatever they send is dropped, and too much of it ends the socket (S-41). */
export type Sockets = Server<Nothing, Sent, Nothing, Facts>;

/** Nothing a browser sends here is longer, in bytes. */
const LARGEST_MESSAGE = 10_000;

/**
 * Sockets on this server, for those whom `allowRequest` lets in. WebSocket only: then a person's sockets may come to any
 * process. T2: connectionStateRecovery stays off, it would let somebody back in whose access is gone.
 */
export function openSockets(server: HttpServer, allowRequest: NonNullable<ServerOptions['allowRequest']>): Sockets {
  return new Server(server, {
    transports: ['websocket'],
    allowRequest,
    serveClient: false,
    connectTimeout: 5_000,
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    httpCompression: false,
  });
}

/** Hints everybody connected here who may see this referral; each socket once, whatever it sees it by (S-41). */
export function hintSockets(io: Sockets, referral: ReferralAudience, hint: ChangeHint): void {
  io.to(roomsHearing(referral)).emit('referral:changed', hint);
}

/** Ends the sockets of a session, or all of somebody's (S-43). They may come back with the rights they have then. */
export function cutSockets(io: Sockets, { userId, session }: AccessHint): void {
  io.in(session === undefined ? `user:${userId}` : `sid:${session}`).disconnectSockets(true);
}

/** Ends them all, saying why; io.close() would close the HTTP server too, which others still need. */
export function closeSockets(io: Sockets): void {
  io.emit('server:restart');
  io.disconnectSockets(true);
  io.engine.close();
}
