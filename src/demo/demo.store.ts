import { DEMO_EMAILS } from '../domain/demo.ts';
import type { Reader } from '../db/client.ts';

/** Domains nobody has (RFC 2606): whoever signs in with one is made up. */
const MADE_UP = '[@.](test|example|invalid|localhost|example\\.(com|net|org))$';

/** Whether the demo is in this database, and nobody real signs in to it: beside real data nothing says it is a demo. */
export async function isDemoAlone(db: Reader): Promise<boolean> {
  const rows = await db.$queryRaw<{ alone: boolean }[]>`
    SELECT count(*) FILTER (WHERE email::text = ANY(${[...DEMO_EMAILS]})) = ${DEMO_EMAILS.length}
      AND count(*) FILTER (WHERE email::text !~* ${MADE_UP}) = 0 AS alone
    FROM user_account WHERE password_hash IS NOT NULL AND deactivated_at IS NULL`;
  return rows[0]?.alone ?? false;
}
