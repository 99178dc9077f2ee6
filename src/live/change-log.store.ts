import type { Client } from 'pg';
import type { LoggedChange } from './change-cursor.ts';

/** As many entries as one reading takes; a longer backlog takes several. */
export const READ_AT_ONCE = 2_000;
const BEGIN_WITH = 500;

interface Row {
  sequence: string;
  referral_id: string;
}

/** The newest entries, oldest of them first. */
export async function newestChanges(client: Client): Promise<LoggedChange[]> {
  const { rows } = await client.query<Row>('SELECT sequence, referral_id FROM referral_event ORDER BY sequence DESC LIMIT $1', [
    BEGIN_WITH,
  ]);
  return rows.map(toChange).reverse();
}

/** The entries after a place in the log and those of earlier numbers that were missing, in the log's order. */
export async function changesAfter(
  client: Client,
  { after, missing }: { after: number; missing: readonly number[] },
): Promise<LoggedChange[]> {
  const { rows } = await client.query<Row>(
    'SELECT sequence, referral_id FROM referral_event WHERE sequence > $1 OR sequence = ANY($2::bigint[]) ORDER BY sequence LIMIT $3',
    [after, missing, READ_AT_ONCE],
  );
  return rows.map(toChange);
}

function toChange(row: Row): LoggedChange {
  return { sequence: Number(row.sequence), referralId: row.referral_id };
}
