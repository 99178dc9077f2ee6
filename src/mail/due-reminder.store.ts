import type { Parties } from '../domain/notification-rules.ts';
import type { ReminderTimes } from '../domain/reminder-rules.ts';
import type { Tx } from '../db/client.ts';
import { MAILED_PARTIES, toParties, type PartiesRow } from '../referrals/mailed-parties.store.ts';

/** A referral whose Program is reminded now. */
export interface DueReminder {
  referralId: string;
  /** Which reminder this is, counted from 1; those in between are not sent any more. */
  number: number;
  /** Whether its source still lists the Program. */
  listed: boolean;
  parties: Parties;
}

type DueRow = Omit<DueReminder, 'parties'> & PartiesRow;

/**
 * Takes up to `limit` referrals that nobody has updated and that are due for a reminder they did not get, oldest first. One that
 * somebody else has at the moment, another worker or whoever is just updating it, is left alone.
 * System-only (R13): the worker acts for nobody; this reads whom to tell.
 */
export async function takeDueReminders(tx: Tx, { due, tooOld }: ReminderTimes, limit: number): Promise<DueReminder[]> {
  const rows = await tx.$queryRaw<DueRow[]>`
    WITH late AS (
      SELECT r.id, passed.number FROM referral r
      CROSS JOIN LATERAL (SELECT count(*)::int AS number FROM unnest(${due}::timestamptz[]) AS t (at) WHERE r.created_at <= t.at) passed
      WHERE r.status = 'not_updated' AND r.withdrawn_at IS NULL AND r.created_at <= ${due[0]}::timestamptz
        AND r.created_at > ${tooOld}::timestamptz AND r.reminders < passed.number
      ORDER BY r.created_at LIMIT ${limit} FOR NO KEY UPDATE OF r SKIP LOCKED),
    taken AS (UPDATE referral r SET reminders = late.number FROM late WHERE r.id = late.id RETURNING r.*)
    SELECT r.id AS "referralId", r.reminders AS number, p.retired_at IS NULL AS listed, k.user_id AS "seekerUserId", ${MAILED_PARTIES}
    FROM taken r JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id`;
  return rows.map((row) => ({ referralId: row.referralId, number: row.number, listed: row.listed, parties: toParties(row) }));
}
