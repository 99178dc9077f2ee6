import type { Actor } from '../domain/actor.ts';
import type { Tx } from '../db/client.ts';
import type { EmailKind } from '../db/generated/enums.ts';
import type { Deps } from '../deps.ts';
import { partiesOf } from '../referrals/mailed-parties.store.ts';
import { insertDigestEntries } from './digest-entry.store.ts';
import { queueEmails } from './email.store.ts';
import { statusNews, type MailedReferral } from './referral-mail.service.ts';

/** A change of a referral's status that is part of a larger one, as its history entry has it. */
export interface ChangeToTell {
  referral: MailedReferral;
  eventId: string;
  at: Date;
  kind: Extract<EmailKind, 'status_changed' | 'referral_withdrawn'>;
}

/** Tells the other parties of a change, in its own transaction, by the rules of every status change (R14, R28, R29). */
export async function queueNews(deps: Pick<Deps, 'jobs'>, tx: Tx, actor: Actor, change: ChangeToTell): Promise<void> {
  const { referral, eventId, at, kind } = change;
  const { emails, digest } = statusNews(actor, referral, await partiesOf(tx, referral.id), eventId);
  const ids = await queueEmails(
    tx,
    emails.map((email) => ({ ...email, kind })),
  );
  await deps.jobs.deliverEmails(tx, ids);
  await insertDigestEntries(tx, digest, { referralId: referral.id, eventId, at });
}
