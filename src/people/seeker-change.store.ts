import type { HistoryName } from '../domain/display-name.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import type { Tx } from '../db/client.ts';

export interface PersonChange {
  /** The version the person who changes it saw. */
  version: number;
  person: PersonalInformation;
  /** The account whose verified address the person has now, if any (R12). */
  accountId: string | null;
  author: HistoryName;
  at: Date;
}

/**
 * Writes the whole Personal Information; false if somebody changed it since that version. Another address is another account's, or
 * nobody's (R12).
 * attack: whose address was written there by mistake must not go on reading, once it is corrected.
 */
export async function savePerson(tx: Tx, seekerId: string, change: PersonChange): Promise<boolean> {
  const { firstName, lastName, email, phone, zip, language, contactPreference } = change.person;
  const changed = await tx.$executeRaw`
    UPDATE seeker SET first_name = ${firstName}, last_name = ${lastName}, email = ${email}::citext, phone = ${phone}, zip = ${zip},
      language = ${language}, contact_preference = ${contactPreference}::"ContactPreference",
      user_id = CASE WHEN email IS DISTINCT FROM ${email}::citext THEN ${change.accountId}::uuid ELSE COALESCE(user_id, ${change.accountId}::uuid) END,
      changed_by_name = ${change.author.name}, changed_by_organization = ${change.author.organization}, changed_at = ${change.at},
      version = version + 1, updated_at = ${change.at}
    WHERE id = ${seekerId}::uuid AND version = ${change.version}`;
  return changed > 0;
}

/** Puts somebody away, once; who did it first stays. */
export async function putAway(tx: Tx, seekerId: string, byName: string, at: Date): Promise<boolean> {
  const { count } = await tx.seeker.updateMany({
    where: { id: seekerId, archivedAt: null },
    data: { archivedAt: at, archivedByName: byName },
  });
  return count > 0;
}

export async function takeBack(tx: Tx, seekerId: string): Promise<boolean> {
  const where = { id: seekerId, archivedAt: { not: null } };
  const { count } = await tx.seeker.updateMany({ where, data: { archivedAt: null, archivedByName: null } });
  return count > 0;
}
