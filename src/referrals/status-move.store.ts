import type { HistoryName } from '../domain/display-name.ts';
import type { DigestReader } from '../domain/notification-rules.ts';
import type { Status } from '../domain/referral-status.ts';
import { sayingReferralChanged } from '../db/change-hint.ts';
import { readRows, type Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { pressHash } from '../db/idempotency.store.ts';
import { newId } from '../db/new-id.ts';
import { insertingDigestEntries, insertingEmails, insertingJobs, type NewEmail } from '../db/outbox.ts';
import type { StatusPress, Via } from './status-change.store.ts';

export interface StatusMove {
  referralId: string;
  /** The id of the history entry to write, by which the mails name it. */
  eventId: string;
  from: Status;
  to: Status;
  /** The version the person saw. */
  version: number;
  reason: string | null;
  via: Via;
  press: StatusPress | null;
  /** Whoever moves it stands on the Program's side: if it was not seen before, now it is (R6). */
  byProgram: boolean;
  actorUserId: string | null;
  actor: HistoryName;
  at: Date;
  emails: readonly NewEmail[];
  /** Who reads of it in their daily digest. */
  digest: readonly DigestReader[];
}

/**
 * Moves the status, writes history, mail and its jobs, takes the press and says that the referral changed, in one statement: all
 * of it, if nobody moved it since `version` (R5) and this press is the first (R-04), or nothing, and then the answer is false.
 */
export async function moveStatus(db: Db, move: StatusMove): Promise<boolean> {
  const statement = Prisma.sql`
    WITH ${moving(move)}, pressed AS (${taking(move)}), event AS (${entering(move)}),
    mail AS (${insertingEmails(move.emails, Prisma.sql`moved`)}), job AS (${insertingJobs(Prisma.sql`mail`)})${reporting(move)}
    SELECT ${sayingReferralChanged(Prisma.sql`referral_id`, Prisma.sql`sequence`)} FROM event WHERE kind = 'status_changed'`;
  return (await readRows(db, statement)).length === 1;
}

/** `before` waits for whoever has the row and reads what they left, so that only one of two is the first of the Program. */
function moving({ referralId, from, to, version, press, byProgram, at }: StatusMove): Prisma.Sql {
  return Prisma.sql`
    before AS (
      SELECT id, ${byProgram} AND seen_at IS NULL AS first FROM referral
      WHERE id = ${referralId}::uuid AND version = ${version} AND status = ${from}::"ReferralStatus" AND withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM idempotency_key WHERE actor = ${press?.actor ?? ''} AND key = ${press?.key ?? ''})
      FOR NO KEY UPDATE),
    moved AS (
      UPDATE referral r SET status = ${to}::"ReferralStatus", version = r.version + 1, status_changed_at = ${at}::timestamptz,
        seen_at = CASE WHEN before.first THEN ${at}::timestamptz ELSE r.seen_at END
      FROM before WHERE r.id = before.id RETURNING r.id, r.version, before.first)`;
}

function taking({ press, at }: StatusMove): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO idempotency_key (actor, key, request_hash, location, created_at)
    SELECT ${press?.actor ?? ''}, ${press?.key ?? ''}, ${press ? pressHash(press) : ''}, ${press?.location ?? ''}, ${at}::timestamptz FROM moved
    WHERE ${press !== null} ON CONFLICT DO NOTHING`;
}

/** Most changes have no reader of a digest, and then no part for them. */
function reporting({ digest, referralId, eventId, at }: StatusMove): Prisma.Sql {
  if (digest.length === 0) return Prisma.sql``;
  return Prisma.sql`, digest AS (${insertingDigestEntries(digest, { referralId, eventId, at }, Prisma.sql`moved`)})`;
}

/** The history's entries, in their order: numbers are given out as the rows come, and "seen" comes before what was chosen (R6). */
function entering({ eventId, from, to, reason, via, actorUserId, actor, at }: StatusMove): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO referral_event (id, referral_id, kind, from_status, to_status, reason, via, version,
      actor_user_id, actor_name, actor_organization, created_at)
    SELECT e.id, moved.id, e.kind, e.from_status, e.to_status, e.reason, ${via}::"EventVia", CASE WHEN e.place = 2 THEN moved.version END,
      ${actorUserId}::uuid, ${actor.name}, ${actor.organization}, ${at}::timestamptz
    FROM moved, (VALUES
      (1, ${newId()}::uuid, 'seen'::"EventKind", NULL::"ReferralStatus", NULL::"ReferralStatus", NULL::text),
      (2, ${eventId}::uuid, 'status_changed', ${from}::"ReferralStatus", ${to}::"ReferralStatus", ${reason}::text)
    ) AS e (place, id, kind, from_status, to_status, reason)
    WHERE e.place = 2 OR moved.first ORDER BY e.place RETURNING referral_id, kind, sequence`;
}
