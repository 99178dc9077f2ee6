import { DIGEST_PAUSE_HOURS } from '../domain/digest-time.ts';
import type { Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { insertingJobs } from '../db/outbox.ts';

/** News older than this is none any more: after a long stop, or for who had turned mail off. */
const OLDEST_DAYS = 14;

/** The last eight o'clock of a time zone; '' is the installation's. */
export interface DigestTime {
  timeZone: string;
  eight: Date;
}

/** The time zones of everybody who has something to read in a digest; '' for those who have none of their own. */
export async function waitingTimeZones(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ timeZone: string }[]>`
    SELECT DISTINCT COALESCE(u.time_zone, '') AS "timeZone"
    FROM user_account u WHERE EXISTS (SELECT 1 FROM digest_entry d WHERE d.user_id = u.id AND d.email_id IS NULL)`;
  return rows.map(({ timeZone }) => timeZone);
}

/**
 * Makes up to `limit` digests that are due, and answers how many: the mail, its job, what it is about and when it was made, in one
 * statement, so that a crash makes all of it or nothing. Whom another worker has at the moment is left to it: one digest a morning.
 */
export async function makeDigests(db: Db, times: readonly DigestTime[], limit: number): Promise<number> {
  const zones = times.map(({ timeZone }) => timeZone);
  const eights = times.map(({ eight }) => eight);
  const [row] = await db.$queryRaw<{ made: number }[]>`
    WITH due AS (
      SELECT u.id, u.email::text AS email, u.language, z.eight
      FROM unnest(${zones}::text[], ${eights}::timestamptz[]) AS z (zone, eight) JOIN user_account u ON COALESCE(u.time_zone, '') = z.zone
      WHERE u.deactivated_at IS NULL AND u.notifications <> 'never'
        AND (u.digest_at IS NULL OR u.digest_at < z.eight - ${DIGEST_PAUSE_HOURS}::int * interval '1 hour')
        AND EXISTS (SELECT 1 FROM digest_entry d WHERE d.user_id = u.id AND ${WAITING})
      ORDER BY u.id LIMIT ${limit} FOR NO KEY UPDATE OF u SKIP LOCKED),
    made AS (UPDATE user_account u SET digest_at = due.eight FROM due WHERE u.id = due.id),
    mail AS (
      INSERT INTO email (id, kind, dedupe_key, to_address, language, user_id)
      SELECT gen_random_uuid(), 'digest', 'digest:' || id || ':' || extract(epoch FROM eight)::bigint, email, language, id FROM due
      ON CONFLICT DO NOTHING RETURNING id, user_id),
    entry AS (
      UPDATE digest_entry d SET email_id = mail.id FROM mail JOIN due z ON z.id = mail.user_id WHERE d.user_id = z.id AND ${WAITING}),
    job AS (${insertingJobs(Prisma.sql`mail`)})
    SELECT count(*)::int AS made FROM due`;
  return row?.made ?? 0;
}

/** What belongs into the digest of the morning `z`. */
const WAITING = Prisma.sql`
  d.email_id IS NULL AND d.created_at < z.eight AND d.created_at > z.eight - ${OLDEST_DAYS}::int * interval '1 day'`;
