import { expect, test } from 'vitest';
import type { NotificationSetting, Parties } from '../../../src/domain/notification-rules.ts';
import { recipientsOfNoAnswer, recipientsOfReminder, reminderTimes } from '../../../src/domain/reminder-rules.ts';

const now = new Date('2026-12-09T18:00:00Z');

test('a referral is due for as many reminders as there are times it is older than', () => {
  const times = reminderTimes(now, [2, 5, 10], 'UTC');
  expect(times?.due.map((at) => at.toISOString().slice(0, 10))).toEqual(['2026-12-07', '2026-12-02', '2026-11-25']);
});

test('what waits ten business days longer than the last of them is left alone: no storm after a long stop', () => {
  expect(reminderTimes(now, [2, 5, 10], 'UTC')?.tooOld.toISOString().slice(0, 10)).toBe('2026-11-11');
});

test('no days, no reminders', () => {
  expect(reminderTimes(now, [], 'UTC')).toBeNull();
});

const account = (userId: string, notifications: NotificationSetting) => ({
  userId,
  email: `${userId}@example.org`,
  language: 'en',
  notifications,
});
const PARTIES: Parties = {
  maker: account('dana', 'at_once'),
  claimers: [account('maria', 'never'), account('joel', 'daily_digest')],
  programMailbox: null,
  seeker: { userId: null, email: 'ana@example.org', language: 'es', preference: 'email' },
};
const who = (recipients: { party: string; email: string }[]) => recipients.map(({ party, email }) => `${party} ${email.split('@')[0]!}`);

test('the Claimers are reminded whatever their setting, and nobody else', () => {
  expect(who(recipientsOfReminder(PARTIES, true))).toEqual(['program maria', 'program joel']);
});

test('a Program nobody answers for is reminded at its own address', () => {
  expect(who(recipientsOfReminder({ ...PARTIES, claimers: [], programMailbox: 'intake@example.org' }, true))).toEqual(['program intake']);
});

test('a Program that is not listed any more is not reminded', () => {
  expect(recipientsOfReminder(PARTIES, false)).toEqual([]);
});

test('that there is no answer is told the maker alone', () => {
  expect(who(recipientsOfNoAnswer(PARTIES))).toEqual(['maker dana']);
  expect(who(recipientsOfNoAnswer({ ...PARTIES, maker: account('dana', 'daily_digest') }))).toEqual(['maker dana']);
});

test('and not where they want no mail, nobody made it, or nobody is to be reached (R14)', () => {
  expect(recipientsOfNoAnswer({ ...PARTIES, maker: account('dana', 'never') })).toEqual([]);
  expect(recipientsOfNoAnswer({ ...PARTIES, maker: null })).toEqual([]);
  expect(recipientsOfNoAnswer({ ...PARTIES, seeker: { ...PARTIES.seeker, preference: 'dont_reach_out' } })).toEqual([]);
});
