import { Prisma } from '../db/generated/client.ts';
import type { Reader } from '../db/client.ts';
import { REACHED } from './reached.store.ts';

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

/** Whether a referral reaches anybody there by mail; otherwise it is logged. */
export async function isReached(db: Reader, programId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ reached: boolean }[]>`SELECT ${REACHED} AS reached FROM program p WHERE p.id = ${programId}::uuid`;
  return rows[0]?.reached ?? false;
}
