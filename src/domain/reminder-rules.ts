import { businessDaysBefore } from './business-days.ts';
import { accountRecipient, mailboxRecipient, unique, type Parties, type Recipient } from './notification-rules.ts';

/** A referral nobody touched this much longer than its last reminder gets none any more: it would be a storm of old ones. */
const TOO_LATE_DAYS = 10;

/** Which referrals that are still "Not updated" are due for a reminder, by when they were made. */
export interface ReminderTimes {
  /** What was made before the first of these is due for a first reminder, before the second for a second, and so on. */
  due: readonly Date[];
  /** What was made before this is left alone. */
  tooOld: Date;
}

/** Null when there are no reminders. `days` are business days in rising order. */
export function reminderTimes(now: Date, days: readonly number[], timeZone: string): ReminderTimes | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  return {
    due: days.map((count) => businessDaysBefore(now, count, timeZone)),
    tooOld: businessDaysBefore(now, last + TOO_LATE_DAYS, timeZone),
  };
}

/**
 * A reminder of a referral nobody has updated: the Claimers, whatever their setting, as when it was new; the Program's own address
 * while it has no Claimers. What a source does not list any more is not reminded.
 */
export function recipientsOfReminder({ claimers, programMailbox }: Parties, programListed: boolean): Recipient[] {
  if (!programListed) return [];
  const mailboxes = programMailbox ? [mailboxRecipient(programMailbox)] : [];
  return unique([...claimers.map((claimer) => accountRecipient('program', claimer)), ...mailboxes]);
}

/** That the Program does not answer is told the maker once, unless they want no mail at all, or nobody is to be reached (R14). */
export function recipientsOfNoAnswer({ maker, seeker }: Parties): Recipient[] {
  const wanted = maker !== null && maker.notifications !== 'never' && seeker.preference !== 'dont_reach_out';
  return wanted ? [accountRecipient('maker', maker)] : [];
}
