import type { Db } from '../../../src/db/client.ts';
import { newId } from '../../../src/db/new-id.ts';
import type { ChangeHint } from '../../../src/live/hint.ts';
import { io, type Socket } from 'socket.io-client';
import { vi } from 'vitest';
import type { Agent } from 'supertest';
import type { TestApp } from '../../support/app.ts';

export const soon = { timeout: 10_000, interval: 10 };

export interface Sent {
  event: string;
  args: unknown[];
}

/** A browser's socket, as the page's script opens it: what came, and whether it still stands. */
export interface Listening {
  socket: Socket;
  /** Everything the server sent. */
  sent: Sent[];
  /** The referrals of the hints, from this number of the change log on. */
  ids(since?: number): string[];
  hints(): ChangeHint[];
  /** Why it was last refused or ended. */
  ended: string | null;
  started(): Promise<void>;
  refused(): Promise<string>;
  cut(): Promise<string>;
  close(): void;
}

export interface SocketWish {
  cookie?: string;
  /** Null sends none. */
  origin?: string | null;
  link?: string;
}

export function listenTo(app: Pick<TestApp, 'url'>, wish: SocketWish = {}): Listening {
  const origin = wish.origin === undefined ? app.url : wish.origin;
  const headers = { ...(wish.cookie === undefined ? {} : { cookie: wish.cookie }), ...(origin === null ? {} : { origin }) };
  const socket = io(app.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
    query: wish.link === undefined ? {} : { link: wish.link },
  });
  const listening: Listening = {
    socket,
    sent: [],
    ended: null,
    hints: () => hints(listening.sent),
    ids: (since = 0) => hints(listening.sent).flatMap(({ id, version }) => (version >= since ? [id] : [])),
    started: async () => {
      await until(() => listening.sent.some(({ event }) => event === 'live:started'), 'started', listening);
    },
    refused: () => until(() => listening.ended, 'refused', listening),
    cut: () => until(() => listening.ended, 'cut', listening),
    close: () => void socket.disconnect(),
  };
  socket.onAny((event: string, ...args: unknown[]) => listening.sent.push({ event, args }));
  socket.on('connect_error', (error) => (listening.ended = error.message));
  socket.on('disconnect', (reason) => (listening.ended = reason));
  return listening;
}

function hints(sent: readonly Sent[]): ChangeHint[] {
  return sent.flatMap(({ event, args }) => (event === 'referral:changed' ? [args[0] as ChangeHint] : []));
}

async function until<T>(look: () => T, what: string, listening: Listening): Promise<NonNullable<T>> {
  return vi.waitFor(() => {
    const seen = look();
    if (seen) return seen;
    throw new Error(`not ${what}: ${JSON.stringify([listening.sent, listening.ended])}`);
  }, soon);
}

/** The cookies a signed-in browser would send with the handshake. */
export function cookiesOf(browser: Agent): string {
  const { jar } = browser as unknown as { jar: { getCookies(access: object): { toValueString(): string }[] } };
  const access = { domain: '127.0.0.1', path: '/', secure: false, script: false };
  return jar
    .getCookies(access)
    .map((cookie) => cookie.toValueString())
    .join('; ');
}

/** A socket of somebody who signed in through the form. */
export async function listenAs(app: TestApp, email: string): Promise<Listening & { browser: Agent }> {
  const browser = await app.signIn(email);
  const listening = listenTo(app, { cookie: cookiesOf(browser) });
  await listening.started();
  return Object.assign(listening, { browser });
}

/** A history entry that nobody is told of, as after a crash between commit and notification. */
export async function writeEntry(db: Db, referralId: string, kind: 'note_added' | 'seen' = 'note_added'): Promise<bigint> {
  const [row] = await db.$queryRaw<{ sequence: bigint }[]>`
    INSERT INTO referral_event (id, referral_id, kind, via, actor_name)
    VALUES (${newId()}::uuid, ${referralId}::uuid, ${kind}::"EventKind", 'dashboard', 'Maria G.') RETURNING sequence`;
  return row!.sequence;
}
