import type { Db } from '../db/client.ts';

/** A request to answer a Program's referrals, and how the reader of its mail stands to it now. */
export interface MailedClaim {
  id: string;
  state: 'pending' | 'approved' | 'refused';
  programId: string;
  programName: string;
  /** They may decide it: an operator, or a Site's admin who does not ask themselves. */
  readerDecides: boolean;
  readerWorksThere: boolean;
}

export async function mailedClaim(db: Db, claimId: string | null, readerId: string): Promise<MailedClaim | null> {
  const rows = await db.$queryRaw<MailedClaim[]>`
    SELECT c.id, c.state::text AS state, p.id AS "programId", p.name AS "programName",
      COALESCE((SELECT u.operator OR (u.id <> c.user_id AND EXISTS (SELECT 1 FROM site_admin a WHERE a.user_id = u.id))
        FROM user_account u WHERE u.id = ${readerId}::uuid), FALSE) AS "readerDecides",
      EXISTS (SELECT 1 FROM team t JOIN membership m ON m.team_id = t.id WHERE t.program_id = p.id AND m.user_id = ${readerId}::uuid)
        AS "readerWorksThere"
    FROM claim_request c JOIN program p ON p.id = c.program_id WHERE c.id = ${claimId}::uuid`;
  return rows[0] ?? null;
}
