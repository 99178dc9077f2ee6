import type { Reader, Tx } from '../db/client.ts';

export type ClaimState = 'pending' | 'approved' | 'refused';

/** A Program somebody may ask to work on. */
export interface ClaimProgram {
  id: string;
  name: string;
  organization: string;
  /** Whether somebody works on its referrals already, and could invite them. */
  claimed: boolean;
}

/** A request as the person who made it sees it. */
export interface OwnClaim {
  id: string;
  programId: string;
  programName: string;
  state: ClaimState;
  createdAt: Date;
  decidedAt: Date | null;
  reason: string | null;
}

/** A listed Program; one that is retired takes nobody any more. */
export async function findClaimProgram(db: Reader, programId: string): Promise<ClaimProgram | null> {
  const rows = await db.$queryRaw<ClaimProgram[]>`
    SELECT p.id, p.name, o.name AS organization, EXISTS (SELECT 1 FROM team t JOIN membership m ON m.team_id = t.id
      JOIN user_account u ON u.id = m.user_id AND u.deactivated_at IS NULL WHERE t.program_id = p.id) AS claimed
    FROM program p JOIN organization o ON o.id = p.organization_id WHERE p.id = ${programId}::uuid AND p.retired_at IS NULL`;
  return rows[0] ?? null;
}

/** What somebody asked for, the newest request of each Program. */
export async function ownClaims(db: Reader, userId: string): Promise<OwnClaim[]> {
  return db.$queryRaw<OwnClaim[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (c.program_id) c.id, c.program_id AS "programId", p.name AS "programName", c.state::text AS state,
        c.created_at AS "createdAt", c.decided_at AS "decidedAt", c.reason
      FROM claim_request c JOIN program p ON p.id = c.program_id WHERE c.user_id = ${userId}::uuid
      ORDER BY c.program_id, c.created_at DESC, c.id DESC) AS newest
    ORDER BY "createdAt" DESC, id DESC`;
}

/** Their newest request for this Program. */
export async function ownClaimOf(db: Reader, userId: string, programId: string): Promise<OwnClaim | null> {
  return (await ownClaims(db, userId)).find((claim) => claim.programId === programId) ?? null;
}

/** Nobody else asks as this person until the transaction ends: what is counted stays so. */
export async function lockClaimsOf(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM user_account WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}

export async function countClaimsSince(db: Reader, userId: string, since: Date): Promise<number> {
  return db.claimRequest.count({ where: { userId, createdAt: { gt: since } } });
}

/** Writes the request; null when one is waiting already. */
export async function insertClaim(
  tx: Tx,
  claim: { programId: string; userId: string; message: string },
  at: Date,
): Promise<{ id: string } | null> {
  const [made] = await tx.claimRequest.createManyAndReturn({
    data: [{ ...claim, createdAt: at }],
    select: { id: true },
    skipDuplicates: true,
  });
  return made ?? null;
}

/** Everybody who may decide it, but the person who asks: the operators and the admins of Sites (R27). */
export async function claimDeciders(db: Reader, claimantId: string): Promise<{ userId: string; email: string; language: string }[]> {
  return db.$queryRaw`
    SELECT u.id AS "userId", u.email::text AS email, u.language FROM user_account u
    WHERE u.deactivated_at IS NULL AND u.email_verified_at IS NOT NULL AND u.id <> ${claimantId}::uuid
      AND (u.operator OR EXISTS (SELECT 1 FROM site_admin a WHERE a.user_id = u.id)) ORDER BY u.id`;
}
