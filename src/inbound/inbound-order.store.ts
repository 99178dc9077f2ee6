import type { InboundColumn, InboundOrder } from '../domain/inbound-order.ts';
import { Prisma } from '../db/generated/client.ts';

/** Names as a person looks them up: whatever their accents and capitals, and the same on every server. */
const asRead = (name: Prisma.Sql): Prisma.Sql => Prisma.sql`lower(unaccent(${name})) COLLATE "C"`;

/** People by their last names, as in People I'm Helping; senders as the column reads: "Dana W.", "Self". Statuses stand in the order of R4, which is the type's own. */
const COLUMNS: Record<InboundColumn, Prisma.Sql[]> = {
  received: [],
  status: [Prisma.sql`r.status`],
  person: [asRead(Prisma.sql`concat_ws(' ', NULLIF(r.shared_last_name, ''), r.shared_first_name)`)],
  by: [
    asRead(Prisma.sql`CASE r.source WHEN 'self' THEN 'Self' ELSE r.maker_name END`),
    asRead(Prisma.sql`COALESCE(r.maker_organization, '')`),
  ],
};

/** Among equals the newest first. Descending is the exact reverse, so that one index serves both ways (ADR 0105). */
export function orderOf({ column, descending }: InboundOrder): Prisma.Sql {
  if (column === 'received') {
    return descending ? Prisma.sql`ORDER BY r.created_at DESC, r.id DESC` : Prisma.sql`ORDER BY r.created_at, r.id`;
  }
  const keys = COLUMNS[column].map((key) => (descending ? Prisma.sql`${key} DESC` : key));
  const then = descending ? Prisma.sql`r.created_at, r.id` : Prisma.sql`r.created_at DESC, r.id DESC`;
  return Prisma.sql`ORDER BY ${Prisma.join([...keys, then], ', ')}`;
}
