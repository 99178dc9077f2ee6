import type { Party } from '../domain/notification-rules.ts';
import type { Tx } from '../db/client.ts';
import type { EmailKind } from '../db/generated/enums.ts';
import { newId } from '../db/new-id.ts';

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
  /** The Status link a fresh one replaces. */
  linkId?: string | null;
}

/** Writes one mail into the outbox and answers with its id; the first one's, when it was asked for before. */
export async function queueEmail(tx: Tx, email: NewEmail): Promise<string> {
  const [id] = await queueEmails(tx, [email]);
  if (id === undefined) throw new Error('The outbox answered without an id');
  return id;
}

/** Writes several mails in one statement. The delivery jobs are the caller's next step: `jobs.deliverEmails(tx, ids)`. */
export async function queueEmails(tx: Tx, emails: readonly NewEmail[]): Promise<string[]> {
  if (emails.length === 0) return [];
  const rows = JSON.stringify(emails.map((email) => ({ ...email, id: newId() })));
  // The update changes nothing; it makes an earlier mail's id come back.
  const written = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO email (id, kind, dedupe_key, to_address, language, referral_id, user_id, party, event_id, link_id)
    SELECT x.id, x.kind, x."dedupeKey", x."toAddress", x.language, x."referralId", x."userId", x.party, x."eventId", x."linkId"
    FROM json_to_recordset(${rows}::json) AS x(id uuid, kind "EmailKind", "dedupeKey" text, "toAddress" text, language text,
      "referralId" uuid, "userId" uuid, party text, "eventId" uuid, "linkId" uuid)
    ON CONFLICT (dedupe_key) DO UPDATE SET dedupe_key = EXCLUDED.dedupe_key
    RETURNING id`;
  return written.map(({ id }) => id);
}
