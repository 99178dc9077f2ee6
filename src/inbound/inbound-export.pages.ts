import { momentIn } from '../components/dates.ts';
import { reachOf } from '../components/contact.ts';
import { viaWords } from '../components/via-words.ts';
import { zoneLabel } from '../components/zone-words.ts';
import { PREFERENCE_LABELS, type ContactPreference } from '../domain/contact-preference.ts';
import { fullName } from '../domain/display-name.ts';
import { maySeeContact } from '../domain/referral-policy.ts';
import { labelOf } from '../domain/referral-status.ts';
import { LOCALES } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { senderOf } from './inbound-row.pages.ts';
import type { InboundRow } from './inbound-row.store.ts';

/** The columns of the page; contact and sender in a cell each. A file goes on to others: it says by which clock its times are. */
export function exportColumns(timeZone: string): string[] {
  return [
    t('Person inquiring'),
    t('Best way to reach them'),
    t('Phone'),
    t('Email address'),
    t('Referred by'),
    t('Organization'),
    t('Comment'),
    t('Status'),
    t('Reason'),
    t('Last update by'),
    t('Received, {{zone}}', { zone: zoneLabel(timeZone) }),
  ];
}

/** A referral as a line of the file: what its row on the page says, and no more (R11, R14). */
export function exportLine(row: InboundRow, timeZone: string): string[] {
  const { by, organization } = senderOf(row);
  const received = momentIn(timeZone, row.createdAt);
  const reach = reachOf(row, maySeeContact(['program'], row.preference));
  const way = (icons: readonly string[]): string => reach.ways.find(({ icon }) => icons.includes(icon))?.value ?? '';
  const line = [
    fullName(row.firstName, row.lastName),
    t(PREFERENCE_LABELS[row.preference as ContactPreference]),
    phoneCell(way(['call', 'text'])),
    way(['mail']),
    by,
    organization ?? '',
    row.comment,
    t(labelOf(row.status)),
    row.withdrawal?.reason ?? row.lastReason ?? '',
    row.withdrawal
      ? t('Withdrawn by {{name}}', { name: row.withdrawal.by })
      : [row.lastActor, viaWords(row.lastVia)].filter(Boolean).join(', '),
    `${received.date}, ${received.time}`,
  ];
  return line.map(plain);
}

/** "inbound-referrals-2026-12-03.csv": nobody's name (S-54). */
export function exportName(timeZone: string, now: Date): string {
  return `inbound-referrals-${new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)}.csv`;
}

/** The last line of a file that does not hold everything. */
export function cutWords(most: number): string {
  const number = most.toLocaleString(LOCALES[languageNow()]);
  return t('Only the first {{number}} of these referrals are in this file. Narrow the filters for the rest.', { number });
}

/** A spreadsheet takes a leading plus for a formula; so marked it stays text, and readable. */
function phoneCell(phone: string): string {
  return phone.startsWith('+') ? `Tel. ${phone}` : phone;
}

/** Typography of pages, as files have it. What stands before a formula does not hide it. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-').trim();
}
