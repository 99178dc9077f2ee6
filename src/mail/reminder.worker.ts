import type { Recipient } from '../domain/notification-rules.ts';
import { recipientsOfNoAnswer, recipientsOfReminder, reminderTimes, type ReminderTimes } from '../domain/reminder-rules.ts';
import type { Tx } from '../db/client.ts';
import type { NewEmail } from '../db/outbox.ts';
import { inTransaction } from '../db/transaction.ts';
import type { JobParts, Jobs } from '../jobs.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { takeDueReminders, type DueReminder } from './due-reminder.store.ts';
import { queueEmails } from './email.store.ts';

const AT_ONCE = 100;

type ReminderParts = Pick<JobParts, 'db' | 'clock' | 'config'>;

/**
 * Reminds Programs of referrals that are still "Not updated", and tells the maker once with the last reminder. However late this
 * runs, a referral gets one reminder at a time, the latest that is due: no storm after a long stop.
 */
export async function sendDueReminders(parts: ReminderParts, jobs: Jobs): Promise<void> {
  const { reminderDays, timeZone } = parts.config;
  const times = reminderTimes(parts.clock.now(), reminderDays, timeZone);
  if (!times) return;
  for (let taken = AT_ONCE; taken === AT_ONCE;) taken = await inTransaction(parts, (tx) => remindSome(tx, jobs, times));
}

async function remindSome(tx: Tx, jobs: Jobs, times: ReminderTimes): Promise<number> {
  const reminders = await takeDueReminders(tx, times, AT_ONCE);
  const emails = reminders.flatMap((reminder) => mailsOf(reminder, times.due.length));
  await jobs.deliverEmails(tx, await queueEmails(tx, emails));
  // Their delivery shows on open pages; history holds nothing of mail, hence 0.
  for (const referralId of new Set(emails.map((email) => email.referralId))) {
    if (referralId) await notifyReferralChanged(tx, referralId, 0n);
  }
  return reminders.length;
}

function mailsOf({ referralId, number, listed, parties }: DueReminder, last: number): NewEmail[] {
  const reminded = recipientsOfReminder(parties, listed).map((recipient) =>
    mailTo(recipient, referralId, 'reminder', `reminder:${referralId}:${String(number)}:${recipient.userId ?? ''}`),
  );
  const told = number < last ? [] : recipientsOfNoAnswer(parties);
  return [...reminded, ...told.map((recipient) => mailTo(recipient, referralId, 'no_answer', `no_answer:${referralId}`))];
}

function mailTo({ email, language, userId, party }: Recipient, referralId: string, kind: NewEmail['kind'], dedupeKey: string): NewEmail {
  return { kind, dedupeKey, toAddress: email, language, referralId, userId, party };
}
