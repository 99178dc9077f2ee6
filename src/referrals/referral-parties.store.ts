import type { HistoryName } from '../domain/display-name.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import type { Tx } from '../db/client.ts';

/** What a Connect form says about the Seeker, and all of them the Program will see (R11, R23). */
export type SharedPerson = PersonalInformation;

/** Whose record a new Seeker is: of an account with that verified address (R12), made by this helper. */
export interface SeekerOwner {
  userId: string | null;
  madeById: string | null;
}

/**
 * The account whose verified address this is, if there is one (R12). An account of that address that is just being confirmed
 * waits, or is waited for: otherwise neither would see the other, and the Seeker would miss this referral for good.
 */
export async function accountOfEmail(tx: Tx, email: string | null): Promise<string | null> {
  if (!email) return null;
  const rows = await tx.$queryRaw<{ id: string; confirmed: boolean }[]>`
    SELECT id, email_verified_at IS NOT NULL AS confirmed FROM user_account
    WHERE email = ${email}::citext AND deactivated_at IS NULL FOR SHARE`;
  return rows[0]?.confirmed ? rows[0].id : null;
}

export async function insertSeeker(tx: Tx, person: SharedPerson, owner: SeekerOwner, at: Date): Promise<string> {
  const seeker = await tx.seeker.create({ data: { ...person, ...owner, createdAt: at, updatedAt: at }, select: { id: true } });
  return seeker.id;
}

/** The record somebody keeps of themselves by referring themselves: theirs, and made by no helper. Two at once take turns: it is one. */
export async function findOwnSeeker(tx: Tx, userId: string): Promise<string | null> {
  await tx.$executeRaw`SELECT 1 FROM user_account WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const own = await tx.seeker.findFirst({ where: { userId, madeById: null }, orderBy: { createdAt: 'desc' }, select: { id: true } });
  return own?.id ?? null;
}

/** The Seeker's account; looked up only for a Seeker already found for the actor. */
export async function accountOfSeeker(tx: Tx, seekerId: string): Promise<string | null> {
  const seeker = await tx.seeker.findUniqueOrThrow({ where: { id: seekerId }, select: { userId: true } });
  return seeker.userId;
}

/**
 * Writes what a form says where the profile says nothing, and leaves the rest as it is: a referral never changes personal
 * information silently, nor does its word become newer than a form's. One statement, so that two referrals at once lose nothing.
 */
export async function fillBlanks(tx: Tx, seekerId: string, person: SharedPerson, accountId: string | null): Promise<void> {
  const { email, phone, zip, lastName } = person;
  await tx.$executeRaw`
    UPDATE seeker SET last_name = COALESCE(NULLIF(last_name, ''), ${lastName}), email = COALESCE(email, ${email}::citext),
      phone = COALESCE(phone, ${phone}), zip = COALESCE(zip, ${zip}),
      user_id = CASE WHEN email IS NULL THEN COALESCE(user_id, ${accountId}::uuid) ELSE user_id END, version = version + 1
    WHERE id = ${seekerId}::uuid AND ((last_name = '' AND ${lastName} <> '') OR (email IS NULL AND ${email}::citext IS NOT NULL)
      OR (phone IS NULL AND ${phone}::text IS NOT NULL) OR (zip IS NULL AND ${zip}::text IS NOT NULL))`;
}

/**
 * Writes what a form says into the profile, because its sender asked for it and nobody changed the profile since `version`;
 * false if somebody did. What the form leaves blank stays. Another address is another account's, or nobody's (R12).
 * attack: whose address was written there by mistake must not go on reading, once it is corrected.
 */
export async function updateProfile(
  tx: Tx,
  seekerId: string,
  version: number | null,
  person: SharedPerson,
  accountId: string | null,
  by: { author: HistoryName; at: Date },
): Promise<boolean> {
  const { email, phone, zip, firstName, lastName, language, contactPreference } = person;
  const changed = await tx.$executeRaw`
    UPDATE seeker SET first_name = ${firstName}, last_name = COALESCE(NULLIF(${lastName}, ''), last_name),
      email = COALESCE(${email}::citext, email), phone = COALESCE(${phone}, phone), zip = COALESCE(${zip}, zip), language = ${language},
      contact_preference = ${contactPreference}::"ContactPreference",
      user_id = CASE WHEN email <> ${email}::citext THEN ${accountId}::uuid ELSE COALESCE(user_id, ${accountId}::uuid) END,
      changed_by_name = ${by.author.name}, changed_by_organization = ${by.author.organization}, changed_at = ${by.at},
      version = version + 1, updated_at = ${by.at}
    WHERE id = ${seekerId}::uuid AND version = COALESCE(${version}::int, version)`;
  return changed > 0;
}
