import type { Log } from '../logger.ts';
import type { Admission, Admitted } from './admission.ts';
import type { Sockets } from './sockets.ts';
import { actorBehind, roomsFor, type VisitorDeps } from './visitor.ts';

type EntranceDeps = VisitorDeps & { log: Log };
type LiveSocket = NonNullable<ReturnType<Sockets['sockets']['sockets']['get']>>;

/** So many pages one person may have open; more of them follow by asking now and then (S-41). */
const MOST_SOCKETS = 20;

/** Puts each socket into the rooms the database gives it at this moment (S-41, S-42). */
export function admitSockets(io: Sockets, admission: Admission, deps: EntranceDeps): void {
  io.on('connection', (socket) => {
    const admitted = admission.admitted(socket.request);
    const entering = admitted ? enter(io, socket, admitted, deps) : Promise.resolve(false);
    entering
      .catch((err: unknown) => {
        deps.log.warn({ err }, 'socket could not enter');
        return false;
      })
      .then((entered) => (entered ? socket.emit('live:started') : socket.disconnect(true)))
      .catch(() => undefined);
  });
}

/**
 * The rooms by which it is cut come first, and only then its rights are read: access lost between the two cuts the socket,
 * access lost before is not there to be read.
 */
async function enter(io: Sockets, socket: LiveSocket, { visitor, own }: Admitted, deps: EntranceDeps): Promise<boolean> {
  await socket.join(own);
  if (countIn(io, own[0]) > MOST_SOCKETS) return false;
  const actor = await actorBehind(deps, visitor);
  if (!actor || socket.disconnected) return false;
  const rooms = roomsFor(visitor, actor);
  await socket.join(rooms);
  socket.data.visitor = visitor;
  socket.data.rooms = rooms;
  return true;
}

function countIn(io: Sockets, room: string | undefined): number {
  return room === undefined ? 0 : (io.sockets.adapter.rooms.get(room)?.size ?? 0);
}
