import type { Prisma } from '../db/generated/client.ts';
import type { Reader } from '../db/client.ts';

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
