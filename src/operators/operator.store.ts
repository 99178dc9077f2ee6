import type { Reader, Tx } from '../db/client.ts';

/** An account as the one who runs the server deals with it. */
export interface OperatedAccount {
  userId: string;
  email: string;
  confirmed: boolean;
  deactivated: boolean;
}

/** The account with this address, locked until the end of the transaction. */
export async function lockAccount(tx: Tx, email: string): Promise<OperatedAccount | null> {
  const rows = await tx.$queryRaw<OperatedAccount[]>`
    SELECT id AS "userId", email::text AS email, email_verified_at IS NOT NULL AS confirmed, deactivated_at IS NOT NULL AS deactivated
    FROM user_account WHERE email = ${email}::citext FOR UPDATE`;
  return rows[0] ?? null;
}

/** An account that has no password yet, and whose address is confirmed by the link that sets one. */
export async function createEmptyAccount(
  tx: Tx,
  account: { email: string; firstName: string; lastName: string },
  at: Date,
): Promise<string> {
  return (await tx.user.create({ data: { ...account, createdAt: at }, select: { id: true } })).id;
}

export async function setOperator(tx: Tx, userId: string, operator: boolean): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { operator } });
}

/** Closes the account for good: no Site opens it again, one that a Site has closed neither (R27). False when an operator closed it before. */
export async function closeForGood(tx: Tx, userId: string, at: Date): Promise<boolean> {
  return (
    (await tx.$executeRaw`
    UPDATE user_account SET deactivated_at = COALESCE(deactivated_at, ${at}), closed_by_operator = TRUE
    WHERE id = ${userId}::uuid AND NOT closed_by_operator`) === 1
  );
}

/** Opens the account, whoever closed it; false when it was open. */
export async function openAccount(tx: Tx, userId: string): Promise<boolean> {
  const where = { id: userId, deactivatedAt: { not: null } };
  return (await tx.user.updateMany({ where, data: { deactivatedAt: null, closedByOperator: false } })).count === 1;
}

export interface ListedOperator {
  email: string;
  firstName: string;
  lastName: string;
  deactivated: boolean;
  /** They have signed in, or could. */
  ready: boolean;
}

export async function listOperators(db: Reader): Promise<ListedOperator[]> {
  return db.$queryRaw<ListedOperator[]>`
    SELECT email::text AS email, first_name AS "firstName", last_name AS "lastName", deactivated_at IS NOT NULL AS deactivated,
      email_verified_at IS NOT NULL AS ready
    FROM user_account WHERE operator ORDER BY email`;
}

/** Sites with the addresses of their admins whose accounts are open. */
export async function listSites(db: Reader): Promise<{ name: string; admins: string[] }[]> {
  return db.$queryRaw`
    SELECT s.name, ARRAY(SELECT u.email::text FROM site_admin a JOIN user_account u ON u.id = a.user_id
      WHERE a.site_id = s.id AND u.deactivated_at IS NULL ORDER BY u.email) AS admins
    FROM site s ORDER BY lower(s.name), s.id`;
}

export async function countWaitingClaims(db: Reader): Promise<number> {
  return db.claimRequest.count({ where: { state: 'pending' } });
}

/** What nobody else with an open account looks after: Sites and Programs of which this account is the only admin. */
export async function placesLeftAlone(db: Reader, userId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT s.name FROM site_admin a JOIN site s ON s.id = a.site_id WHERE a.user_id = ${userId}::uuid AND NOT EXISTS (
      SELECT 1 FROM site_admin o JOIN user_account u ON u.id = o.user_id AND u.deactivated_at IS NULL
      WHERE o.site_id = s.id AND o.user_id <> a.user_id)
    UNION ALL
    SELECT p.name FROM membership m JOIN team t ON t.id = m.team_id JOIN program p ON p.id = t.program_id
    WHERE m.user_id = ${userId}::uuid AND m.role = 'admin' AND NOT EXISTS (
      SELECT 1 FROM membership o JOIN user_account u ON u.id = o.user_id AND u.deactivated_at IS NULL
      WHERE o.team_id = t.id AND o.role = 'admin' AND o.user_id <> m.user_id)
    ORDER BY name`;
  return rows.map(({ name }) => name);
}
