import { Prisma } from '../db/generated/client.ts';

/**
 * The telephone of Program `p` that people are told to call: the first line somebody answers, a line for texts only where there is
 * no other, and never the fax.
 */
export const PROGRAM_PHONE = Prisma.sql`
  (SELECT f.number FROM program_phone f WHERE f.program_id = p.id AND f.kind IS DISTINCT FROM 'fax'
    ORDER BY COALESCE(f.kind IN ('sms', 'text', 'pager', 'tty', 'textphone'), FALSE), f.position LIMIT 1)`;

/** Where people are told to go: the first place of Program `p` that has an address. */
export const PROGRAM_ADDRESS = Prisma.sql`
  (SELECT concat_ws(', ', l.address, l.city) FROM program_location l WHERE l.program_id = p.id AND COALESCE(l.address, l.city) IS NOT NULL
    ORDER BY l.position LIMIT 1)`;
