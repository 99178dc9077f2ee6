import { Prisma } from '../db/generated/client.ts';

/**
 * Whether anybody with an open account answers for Program `p`. While nobody does, its mail and Status links go to its own address
 * from the directory: no referral waits where no one reads (R28).
 */
export const HAS_OPEN_CLAIMER = Prisma.sql`
  EXISTS (SELECT 1 FROM team ot JOIN membership om ON om.team_id = ot.id JOIN user_account ou ON ou.id = om.user_id
    WHERE ot.program_id = p.id AND ou.deactivated_at IS NULL)`;

/** Whether referral `r` reached anybody at Program `p`: somebody who answers for it, or a mail to its own address. Otherwise it is kept only. */
export const TOLD = Prisma.sql`
  (${HAS_OPEN_CLAIMER} OR EXISTS (SELECT 1 FROM email te WHERE te.referral_id = r.id AND te.party = 'program'))`;
