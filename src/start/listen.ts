import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port is taken, or is not ours to take: said in words, with what to do. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program. End it, or choose another port: PORT=3001 npm start',
  EACCES: 'may not be used by this user. Choose one above 1024: PORT=3000 npm start',
  EADDRNOTAVAIL: 'is on an address this machine does not have. Check HOST.',
};

/** Resolves with the port once the server listens. Throws CannotListen. */
export async function listenOn(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new CannotListen(`Port ${String(port)} on ${host} ${REASONS[code] ?? `cannot be used (${code})`}`);
  }
  return (server.address() as AddressInfo).port;
}
