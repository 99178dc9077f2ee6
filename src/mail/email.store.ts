import type { Tx } from '../db/client.ts';
import { insertingEmails, type NewEmail } from '../db/outbox.ts';

/** Writes one mail into the outbox and answers with its id; the first one's, when it was asked for before. */
export async function queueEmail(tx: Tx, email: NewEmail): Promise<string> {
  const [id] = await queueEmails(tx, [email]);
  if (id === undefined) throw new Error('The outbox answered without an id');
  return id;
}

/** Writes several mails in one statement. The delivery jobs are the caller's next step: `jobs.deliverEmails(tx, ids)`. */
export async function queueEmails(tx: Tx, emails: readonly NewEmail[]): Promise<string[]> {
  if (emails.length === 0) return [];
  const written = await tx.$queryRaw<{ id: string }[]>(insertingEmails(emails));
  return written.map(({ id }) => id);
}
