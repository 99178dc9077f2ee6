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

/** What somebody who wants to refer to a program has to know. */
export interface ConnectProgram {
  id: string;
  name: string;
  organization: string;
  acceptingReferrals: boolean;
  referralEmail: string | null;
}

/** A program that can be referred to: listed, whether it accepts referrals or not. Null when it is retired or does not exist. */
export async function listedProgram(db: Reader, id: string): Promise<ConnectProgram | null> {
  const program = await db.program.findFirst({ where: { id, retiredAt: null }, include: { organization: { select: { name: true } } } });
  if (!program) return null;
  const { name, organization, acceptingReferrals, referralEmail } = program;
  return { id, name, organization: organization.name, acceptingReferrals, referralEmail };
}
