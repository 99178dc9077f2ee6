import { type Actor, userIdOf } from '../domain/actor.ts';
import {
  type ChangeAuthor,
  type DigestReader,
  digestReadersOfStatusChange,
  type Parties,
  type Recipient,
  recipientsOfNewReferral,
  recipientsOfStatusChange,
} from '../domain/notification-rules.ts';
import type { Side } from '../domain/visibility.ts';
import type { Tx } from '../db/client.ts';
import type { EmailKind } from '../db/generated/enums.ts';
import type { NewEmail } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { partiesOf } from '../referrals/mailed-parties.store.ts';
import { queueEmails } from './email.store.ts';

type MailDeps = Pick<Deps, 'jobs'>;

/** The referral the mail is about, and from which sides its author acted. */
export interface MailedReferral {
  id: string;
  sides: readonly Side[];
}

/** Queues the mail on a new referral, in its own transaction (R28, R29). `eventId` is the history entry "created". */
export async function queueNewReferralMail(deps: MailDeps, tx: Tx, actor: Actor, referral: MailedReferral, eventId: string): Promise<void> {
  const recipients = recipientsOfNewReferral(await partiesOf(tx, referral.id), authorOf(actor, referral));
  const emails = mailsTo(recipients, referral.id, eventId, ({ party }) => (party === 'seeker' ? 'referral_made' : 'referral_received'));
  await deps.jobs.deliverEmails(tx, await queueEmails(tx, emails));
}

/** What is told of a change: by mail at once, and in daily digests. */
export interface News {
  emails: NewEmail[];
  digest: DigestReader[];
}

/** The news of a status change, to be written with it (R28, R29). `eventId` is the history entry of the move. */
export function statusNews(actor: Actor, referral: MailedReferral, parties: Parties, eventId: string): News {
  const author = authorOf(actor, referral);
  const emails = mailsTo(recipientsOfStatusChange(parties, author), referral.id, eventId, () => 'status_changed');
  return { emails, digest: digestReadersOfStatusChange(parties, author) };
}

function authorOf(actor: Actor, { sides }: MailedReferral): ChangeAuthor {
  return { userId: userIdOf(actor), sides };
}

function mailsTo(
  recipients: readonly Recipient[],
  referralId: string,
  eventId: string,
  kindFor: (recipient: Recipient) => EmailKind,
): NewEmail[] {
  return recipients.map((recipient) => ({
    kind: kindFor(recipient),
    // One mail for each recipient and history entry, however often this runs.
    dedupeKey: `${eventId}:${recipient.party}:${recipient.userId ?? ''}`,
    toAddress: recipient.email,
    language: recipient.language,
    referralId,
    userId: recipient.userId,
    party: recipient.party,
    eventId,
  }));
}
