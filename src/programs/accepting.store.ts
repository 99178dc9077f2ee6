import type { Reader, Tx } from '../db/client.ts';

/** Whether the Program takes referrals now, and what it says about that: "Again from Monday". */
export interface Accepting {
  acceptingReferrals: boolean;
  acceptingNote: string | null;
}

export async function findAccepting(db: Reader, programId: string): Promise<Accepting> {
  return db.program.findUniqueOrThrow({ where: { id: programId }, select: { acceptingReferrals: true, acceptingNote: true } });
}

export async function setAccepting(tx: Tx, programId: string, { acceptingReferrals, acceptingNote }: Accepting): Promise<void> {
  await tx.program.update({ where: { id: programId }, data: { acceptingReferrals, acceptingNote } });
}
