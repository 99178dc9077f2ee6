import { Prisma } from '../db/generated/client.ts';

export type { Withdrawal } from '../domain/withdrawal.ts';

/** Who withdrew referral `r`, when and why, as a column of a query on it; null while it stands. */
export const WITHDRAWAL = Prisma.sql`
  CASE WHEN r.withdrawn_at IS NOT NULL THEN
    jsonb_build_object('by', r.maker_name, 'at', r.withdrawn_at, 'reason', r.withdrawn_reason) END AS withdrawal`;
