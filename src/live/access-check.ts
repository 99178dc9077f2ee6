import type { Sockets } from './sockets.ts';
import { actorBehind, roomsFor, type Visitor, type VisitorDeps } from './visitor.ts';

type LiveSocket = NonNullable<ReturnType<Sockets['sockets']['sockets']['get']>>;

/**
 * Reads again what each socket rests on, and ends those whose session, account or link is gone, or whose rooms should be
 * others by now (S-43). This is the net below the notifications of lost access, which are lost while the database is away.
 */
export async function recheckSockets(io: Sockets, deps: VisitorDeps): Promise<void> {
  for (const sockets of byVisitor(io).values()) {
    const visitor = sockets[0]?.data.visitor;
    if (visitor) await recheck(sockets, visitor, deps);
  }
}

async function recheck(sockets: readonly LiveSocket[], visitor: Visitor, deps: VisitorDeps): Promise<void> {
  const actor = await actorBehind(deps, visitor);
  const rooms = actor ? new Set(roomsFor(visitor, actor)) : null;
  for (const socket of sockets) if (!rooms || !sameRooms(rooms, socket.data.rooms ?? [])) socket.disconnect(true);
}

function sameRooms(now: ReadonlySet<string>, then: readonly string[]): boolean {
  return now.size === then.length && then.every((room) => now.has(room));
}

/** Tabs of one session are asked for once. */
function byVisitor(io: Sockets): Map<string, LiveSocket[]> {
  const groups = new Map<string, LiveSocket[]>();
  for (const socket of io.sockets.sockets.values()) {
    const key = JSON.stringify(socket.data.visitor ?? null);
    groups.set(key, [...(groups.get(key) ?? []), socket]);
  }
  return groups;
}
