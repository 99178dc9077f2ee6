import { Prisma } from '../db/generated/client.ts';
import { HAS_OPEN_CLAIMER } from '../referrals/open-claimers.store.ts';

/**
 * Whether a new referral reaches anybody at Program `p` by mail: its Claimers whose accounts are open, or its referral address
 * while it has none (R28, ADR 0052). Where nobody is reached, a referral is logged, and every page says so.
 */
export const REACHED = Prisma.sql`(p.referral_email IS NOT NULL OR ${HAS_OPEN_CLAIMER})`;
