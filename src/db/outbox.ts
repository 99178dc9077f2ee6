import type { DigestReader, Party } from '../domain/notification-rules.ts';
import { Prisma } from './generated/client.ts';
import type { EmailKind } from './generated/enums.ts';
import { newId } from './new-id.ts';

/** A mail to be sent: ids only, its words are made when it is sent. */
export interface NewEmail {
  kind: EmailKind;
  /** What the mail is about and for whom; asking for the same mail again is the same mail. */
  dedupeKey: string;
  toAddress: string;
  language: string;
  referralId?: string | null;
  userId?: string | null;
  /** Who the recipient is on the referral. */
  party?: Party | null;
  /** The history entry it reports. */
  eventId?: string | null;
  /** What else it is about, by its kind: an invitation, a claim. */
  subjectId?: string | null;
}

/**
 * The INSERT of these mails, answering with their ids, for a statement of its own or as part of the change's (R29). With `once`,
 * the name of a part of the same statement, they are written only if that part has its one row.
 */
export function insertingEmails(emails: readonly NewEmail[], once: Prisma.Sql = Prisma.sql`(SELECT) always`): Prisma.Sql {
  const rows = JSON.stringify(emails.map((email) => ({ ...email, id: newId() })));
  // The update changes nothing; it makes an earlier mail's id come back.
  return Prisma.sql`
    INSERT INTO email (id, kind, dedupe_key, to_address, language, referral_id, user_id, party, event_id, subject_id)
    SELECT x.id, x.kind, x."dedupeKey", x."toAddress", x.language, x."referralId", x."userId", x.party, x."eventId", x."subjectId"
    FROM ${once}, json_to_recordset(${rows}::json) AS x(id uuid, kind "EmailKind", "dedupeKey" text, "toAddress" text, language text,
      "referralId" uuid, "userId" uuid, party text, "eventId" uuid, "subjectId" uuid)
    ON CONFLICT (dedupe_key) DO UPDATE SET dedupe_key = EXCLUDED.dedupe_key
    RETURNING id`;
}

/** The history entry a digest reports. */
export interface DigestSubject {
  referralId: string;
  eventId: string;
  at: Date;
}

/** The INSERT of what these people read of an entry in their next daily digest (R28), as part of a statement as with mails. */
export function insertingDigestEntries(
  readers: readonly DigestReader[],
  { referralId, eventId, at }: DigestSubject,
  once: Prisma.Sql,
): Prisma.Sql {
  const rows = JSON.stringify(readers.map((reader) => ({ ...reader, id: newId() })));
  return Prisma.sql`
    INSERT INTO digest_entry (id, user_id, referral_id, event_id, party, created_at)
    SELECT x.id, x."userId", ${referralId}::uuid, ${eventId}::uuid, x.party, ${at}::timestamptz
    FROM ${once}, json_to_recordset(${rows}::json) AS x(id uuid, "userId" uuid, party text)
    ON CONFLICT DO NOTHING`;
}

/**
 * The INSERT of a delivery job for each `id` of `mails`, to run at once or after some seconds of the database's clock.
 * Written as pg-boss writes them, in a statement of our own: its general one costs every status update a millisecond more.
 * A mail that waits already is not queued twice (the queue's policy is `short`, its key the mail's id).
 */
export function insertingJobs(mails: Prisma.Sql, waitSeconds = 0): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO pgboss.job (name, data, singleton_key, policy, retry_limit, expire_in, start_after, keep_until)
    SELECT 'mail', jsonb_build_object('emailId', id), id::text, 'short', 1000, interval '1 minute',
      now() + ${waitSeconds}::int * interval '1 second', now() + ${waitSeconds}::int * interval '1 second' + interval '14 days'
    FROM ${mails}
    ON CONFLICT DO NOTHING`;
}
