import { Prisma } from '../db/generated/client.ts';
import type { Reader } from '../db/client.ts';
import { REACHED } from './reached.store.ts';
import { PROGRAM_LINE, type PhoneLine } from './whom-to-call.store.ts';

const everything = {
  organization: { select: { name: true } },
  locations: { orderBy: { position: 'asc' } },
  phones: { orderBy: { position: 'asc' } },
  schedules: { orderBy: { position: 'asc' } },
  categories: { select: { category: { select: { slug: true, name: true } } }, orderBy: { category: { name: 'asc' } } },
} as const satisfies Prisma.ProgramInclude;

/** A program with all that its page tells. */
export type ProgramRow = Prisma.ProgramGetPayload<{ include: typeof everything }>;

/** A program by its id, retired or not: its page stays for those who have a referral to it. */
export async function findProgram(db: Reader, id: string): Promise<ProgramRow | null> {
  return db.program.findUnique({ where: { id }, include: everything });
}

/** How a referral gets to a Program. */
export interface Reach {
  /** Anybody there gets mail of it; otherwise it is logged, and somebody calls. */
  reached: boolean;
  /** Whom to call; null where nobody answers a telephone. */
  line: PhoneLine | null;
}

export async function reachOf(db: Reader, programId: string): Promise<Reach> {
  const rows = await db.$queryRaw<Reach[]>`
    SELECT ${REACHED} AS reached, ${PROGRAM_LINE} AS line FROM program p WHERE p.id = ${programId}::uuid`;
  return rows[0] ?? { reached: false, line: null };
}
