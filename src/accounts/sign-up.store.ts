import type { Tx } from '../db/client.ts';

export interface NewAccount {
  firstName: string;
  lastName: string;
  email: string;
  /** Null for somebody who signs in by links alone. */
  passwordHash: string | null;
  /** Of the page it was made on: of all pages and mail from then on (U-33). */
  language: string;
}

export interface AddressOwner {
  userId: string;
  language: string;
  /** Nobody confirmed the address and nothing hangs on the account: whoever signs up next may have it. */
  free: boolean;
  deactivated: boolean;
}

/** The account an address belongs to, locked until the end of the transaction. */
export async function findAddressOwner(tx: Tx, email: string): Promise<AddressOwner | null> {
  const rows = await tx.$queryRaw<AddressOwner[]>`
    SELECT u.id AS "userId", u.language, u.deactivated_at IS NOT NULL AS deactivated,
      u.email_verified_at IS NULL AND u.deactivated_at IS NULL AND NOT u.operator
        AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id)
        AND NOT EXISTS (SELECT 1 FROM site_admin a WHERE a.user_id = u.id) AS free
    FROM user_account u WHERE u.email = ${email}::citext FOR UPDATE OF u`;
  return rows[0] ?? null;
}

export async function createAccount(tx: Tx, account: NewAccount, at: Date): Promise<{ userId: string }> {
  const { id } = await tx.user.create({ data: { ...account, createdAt: at }, select: { id: true } });
  return { userId: id };
}

/** Gives an unconfirmed account to whoever signed up last; sessions of before end (S-13). */
export async function takeOverAccount(tx: Tx, userId: string, account: NewAccount): Promise<void> {
  const { firstName, lastName, passwordHash, language } = account;
  await tx.user.update({ where: { id: userId }, data: { firstName, lastName, passwordHash, language, sessionEpoch: { increment: 1 } } });
}
