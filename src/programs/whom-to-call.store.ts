import { Prisma } from '../db/generated/client.ts';

/** A telephone line of a Program, as its source has it. */
export interface PhoneLine {
  number: string;
  extension: string | null;
  kind: string | null;
  label: string | null;
}

/**
 * The line of Program `p` that people are told to call: the first one somebody answers, a line for texts only where there is
 * no other, and never the fax.
 */
const LINE_TO_CALL = Prisma.sql`
  FROM program_phone f WHERE f.program_id = p.id AND f.kind IS DISTINCT FROM 'fax'
  ORDER BY COALESCE(f.kind IN ('sms', 'text', 'pager', 'tty', 'textphone'), FALSE), f.position LIMIT 1`;

/** Its number, where words tell it. */
export const PROGRAM_PHONE = Prisma.sql`(SELECT f.number ${LINE_TO_CALL})`;

/** All of it, as a PhoneLine: where a press dials it, with its extension. */
export const PROGRAM_LINE = Prisma.sql`(SELECT to_jsonb(line) FROM (SELECT f.number, f.extension, f.kind, f.label ${LINE_TO_CALL}) AS line)`;

/** Where people are told to go: the first place of Program `p` that has an address. */
export const PROGRAM_ADDRESS = Prisma.sql`
  (SELECT concat_ws(', ', l.address, l.city) FROM program_location l WHERE l.program_id = p.id AND COALESCE(l.address, l.city) IS NOT NULL
    ORDER BY l.position LIMIT 1)`;
