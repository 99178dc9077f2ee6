import type { Db } from '../db/client.ts';
import { hashOfToken, newToken } from '../secret-token.ts';

/**
 * Makes the link of an open invitation for the mail that is about to be sent; the one before dies. Null when there is a newer
 * mail with it, or it was answered meanwhile.
 */
export async function issueInvitationToken(db: Db, invitationId: string, emailId: string): Promise<string | null> {
  const token = newToken();
  const issued = await db.$executeRaw`
    UPDATE invitation SET token_hash = ${hashOfToken(token)}
    WHERE id = ${invitationId}::uuid AND accepted_at IS NULL AND revoked_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM email e WHERE e.kind = 'invitation' AND e.subject_id = ${invitationId}::uuid AND e.id > ${emailId}::uuid)`;
  return issued === 1 ? token : null;
}
