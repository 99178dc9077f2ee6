import type { Reader, Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { PROGRAM_ADDRESS, PROGRAM_PHONE } from '../programs/whom-to-call.store.ts';
import type { ClaimState } from './claim.store.ts';

/** A request as those who decide it see it, with what they need to find out whether it is true (R27). */
export interface ClaimToDecide {
  id: string;
  state: ClaimState;
  message: string;
  createdAt: Date;
  decidedAt: Date | null;
  decidedByName: string | null;
  reason: string | null;
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  language: string;
  emailVerifiedAt: Date | null;
  accountSince: Date;
  programId: string;
  programName: string;
  organization: string;
  programEmail: string | null;
  programUrl: string | null;
  programPhone: string | null;
  programAddress: string | null;
  retired: boolean;
  claimers: number;
}

const CLAIM = Prisma.sql`
  SELECT c.id, c.state::text AS state, c.message, c.created_at AS "createdAt", c.decided_at AS "decidedAt", c.decided_by_name AS "decidedByName",
    c.reason, u.id AS "userId", u.first_name AS "firstName", u.last_name AS "lastName", u.email::text AS email, u.language,
    u.email_verified_at AS "emailVerifiedAt", u.created_at AS "accountSince",
    p.id AS "programId", p.name AS "programName", o.name AS organization, COALESCE(p.referral_email::text, o.email) AS "programEmail",
    COALESCE(p.url, o.url) AS "programUrl", p.retired_at IS NOT NULL AS retired,
    ${PROGRAM_PHONE} AS "programPhone",
    ${PROGRAM_ADDRESS} AS "programAddress",
    (SELECT count(*)::int FROM team t JOIN membership m ON m.team_id = t.id JOIN user_account mu ON mu.id = m.user_id AND mu.deactivated_at IS NULL
      WHERE t.program_id = p.id) AS claimers
  FROM claim_request c JOIN user_account u ON u.id = c.user_id AND u.deactivated_at IS NULL
  JOIN program p ON p.id = c.program_id JOIN organization o ON o.id = p.organization_id`;

const MOST_SHOWN = 100;

/** The requests that wait, the oldest first. */
export async function waitingClaims(db: Reader): Promise<ClaimToDecide[]> {
  return db.$queryRaw<ClaimToDecide[]>`${CLAIM} WHERE c.state = 'pending' ORDER BY c.created_at, c.id LIMIT ${MOST_SHOWN}`;
}

export async function findClaim(db: Reader, claimId: string): Promise<ClaimToDecide | null> {
  const rows = await db.$queryRaw<ClaimToDecide[]>`${CLAIM} WHERE c.id = ${claimId}::uuid`;
  return rows[0] ?? null;
}

export interface ClaimDecision {
  state: 'approved' | 'refused';
  decidedByName: string;
  reason: string | null;
  decidedAt: Date;
}

/** Decides a request that waits; false when somebody has decided it before. Of two at once one waits, then finds it decided. */
export async function decideClaim(tx: Tx, claimId: string, decision: ClaimDecision): Promise<boolean> {
  const { count } = await tx.claimRequest.updateMany({ where: { id: claimId, state: 'pending' }, data: decision });
  return count === 1;
}
