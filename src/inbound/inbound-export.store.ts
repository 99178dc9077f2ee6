import type { Actor } from '../domain/actor.ts';
import type { InboundOrder } from '../domain/inbound-order.ts';
import { readRows, type Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { matching, type InboundMatch } from './inbound-match.store.ts';
import { orderOf } from './inbound-order.store.ts';
import { rowsOf, type InboundRow } from './inbound-row.store.ts';

/** The whole list in its order, up to `limit`: one statement, so that nothing is missing or there twice. */
export async function allInbound(db: Db, actor: Actor, match: InboundMatch, order: InboundOrder, limit: number): Promise<InboundRow[]> {
  return readRows<InboundRow>(db, rowsOf(Prisma.sql`${matching(actor, match)} ${orderOf(order)} LIMIT ${limit}`, order));
}
