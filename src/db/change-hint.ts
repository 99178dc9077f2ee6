import { Prisma } from './generated/client.ts';

/**
 * Says that a referral changed, as an expression of the statement that changes it or of one after it: it is heard if and when the
 * transaction commits (R3). `live/hint.ts` reads it: an id and the history entry's sequence, never a name or a status (S-44).
 */
export function sayingReferralChanged(referralId: Prisma.Sql | string, sequence: Prisma.Sql | bigint): Prisma.Sql {
  return Prisma.sql`pg_notify('changes', json_build_object('type', 'referral:changed', 'id', ${referralId}::uuid, 'version', ${sequence}::bigint)::text)`;
}
